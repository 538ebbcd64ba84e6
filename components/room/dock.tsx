import LogOut from "lucide-react/icons/log-out";
import PanelRight from "lucide-react/icons/panel-right";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { buttonClass } from "@/components/ui/button";
import { BottomBar } from "@/components/ui/layers/bottom-bar";
import { ChatButton } from "./chat/chat-button";
import { ReactionButton } from "./chat/reaction-button";
import { HandButton } from "./hands/hand-button";
import { leadsAlone } from "./leaving/leads-alone";
import { useLeavingActs } from "./leaving/use-leaving-acts";
import { MoreMenu } from "./more-menu";
import { useShow } from "./open-context";
import { usePanels } from "./panels";
import { useRoomScene } from "./room-context";
import { MicrophoneButton } from "./stage/microphone-button";

/** `above`: what stands on it for a while. */
type DockProps = { above?: ReactNode };

/** What one does oneself, where the thumb is. */
export function Dock({ above }: DockProps) {
  const t = useTranslations("room");
  const scene = useRoomScene();
  const { leave } = useLeavingActs();
  const show = useShow();
  return (
    <BottomBar>
      {/* Apart from the bar's own box, which would move when it grows. */}
      <div data-over-bar="" className="absolute inset-x-0 bottom-full bg-paper px-3 *:mt-1.5">
        {above}
      </div>
      <nav
        aria-label={t("dock")}
        className="mx-auto flex max-w-lg items-center justify-between gap-0.5 rounded-xl border border-line bg-card p-1.5 shadow-float xs:gap-1 sm:gap-2 tall:p-2.5"
      >
        <button
          type="button"
          onClick={() => (leadsAlone(scene) ? show({ dialog: "leave" }) : void leave())}
          className={`${buttonClass("leave", "dock")} shrink-0`}
        >
          <LogOut className="size-5 rtl:rotate-180" aria-hidden="true" />
          <span className="max-sm:sr-only">{t("leave")}</span>
        </button>
        {/* Where the dock has no room for the words of this one, its sign stands alone. */}
        <div className="@container flex min-w-12 flex-1 justify-center">
          {scene.amOnStage ? <MicrophoneButton /> : <HandButton />}
        </div>
        <ReactionButton />
        <PanelButton />
        <ChatButton />
        <MoreMenu />
      </nav>
    </BottomBar>
  );
}

/** Opens what stands beside the room; on a desk it is in view already. */
function PanelButton() {
  const t = useTranslations("room");
  const panels = usePanels();
  const show = useShow();
  const [first] = panels;
  // Where the chat is all there is, its own button opens it.
  if (!first || first.name === "chat") return null;
  const waiting = panels.reduce((sum, { count }) => sum + count, 0);
  return (
    <button
      type="button"
      onClick={() => show({ panel: first.name })}
      aria-label={t("openPanel", { count: waiting })}
      className={`${buttonClass("quiet", "dockIcon")} relative max-xs:w-11 lg:hidden`}
    >
      <PanelRight className="size-5 rtl:rotate-180" aria-hidden="true" />
      {waiting > 0 && (
        <span className="absolute end-1 top-1 rounded-full bg-ink px-1.5 text-xs text-paper">{waiting}</span>
      )}
    </button>
  );
}
