import LogOut from "lucide-react/icons/log-out";
import PanelRight from "lucide-react/icons/panel-right";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { buttonClass } from "@/components/ui/button";
import { BottomBar } from "@/components/ui/layers/bottom-bar";
import { ChatButton } from "./chat/chat-button";
import { ReactionButton } from "./chat/reaction-button";
import { HandButton } from "./hands/hand-button";
import { MoreMenu, type OnOpen } from "./more-menu";
import type { Panel, PanelName } from "./side-panel";
import { MicrophoneButton } from "./stage/microphone-button";
import type { Acts } from "./use-acts";
import type { RoomScene } from "./use-room";

type DockProps = {
  scene: RoomScene;
  acts: Acts;
  onLeave: () => void;
  onOpen: OnOpen;
  panels: Panel[];
  onPanel: (name: PanelName) => void;
  /** What stands above it for a while. */
  above?: ReactNode;
};

/** What one does oneself, where the thumb is. */
export function Dock({ scene, acts, onLeave, onOpen, panels, onPanel, above }: DockProps) {
  const t = useTranslations("room");
  return (
    <BottomBar>
      {above}
      <nav
        aria-label={t("dock")}
        className="mx-auto flex max-w-lg items-center justify-between gap-0.5 rounded-xl border border-line bg-card p-1.5 shadow-float xs:gap-1 sm:gap-2 tall:p-2.5"
      >
        <button
          type="button"
          onClick={onLeave}
          className={`${buttonClass("quiet")} min-h-12! shrink-0 px-3! text-stop!`}
        >
          <LogOut className="size-5 rtl:rotate-180" aria-hidden="true" />
          <span className="max-sm:sr-only">{t("leave")}</span>
        </button>
        {/* Where the dock has no room for the words of this one, its sign stands alone. */}
        <div className="@container flex min-w-12 flex-1 justify-center">
          {scene.amOnStage ? <MicrophoneButton scene={scene} acts={acts} /> : <HandButton scene={scene} acts={acts} />}
        </div>
        <ReactionButton scene={scene} />
        <PanelButton panels={panels} onPanel={onPanel} />
        <ChatButton panels={panels} onOpen={() => onPanel("chat")} />
        <MoreMenu scene={scene} acts={acts} onOpen={onOpen} />
      </nav>
    </BottomBar>
  );
}

/** Opens what stands beside the room; on a desk it is in view already. */
function PanelButton({ panels, onPanel }: { panels: Panel[]; onPanel: (name: PanelName) => void }) {
  const t = useTranslations("room");
  const [first] = panels;
  // Where the chat is all there is, its own button opens it.
  if (!first || first.name === "chat") return null;
  const waiting = panels.reduce((sum, { count = 0 }) => sum + count, 0);
  return (
    <button
      type="button"
      onClick={() => onPanel(first.name)}
      aria-label={t("openPanel", { count: waiting })}
      className={`${buttonClass("quiet", "icon")} relative size-12! max-xs:w-11! lg:hidden`}
    >
      <PanelRight className="size-5 rtl:rotate-180" aria-hidden="true" />
      {waiting > 0 && (
        <span className="absolute end-1 top-1 rounded-full bg-ink px-1.5 text-xs text-paper">{waiting}</span>
      )}
    </button>
  );
}
