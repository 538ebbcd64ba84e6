import LogOut from "lucide-react/icons/log-out";
import { useTranslations } from "next-intl";
import { buttonClass } from "@/components/ui/button";
import { HandButton } from "./hand-button";
import { MicrophoneButton } from "./microphone-button";
import { MoreMenu, type OnOpen } from "./more-menu";
import type { Acts } from "./use-acts";
import type { RoomScene } from "./use-room";

type DockProps = { scene: RoomScene; acts: Acts; onLeave: () => void; onOpen: OnOpen };

/** What one does oneself, where the thumb is. */
export function Dock({ scene, acts, onLeave, onOpen }: DockProps) {
  const t = useTranslations("room");
  return (
    <nav
      aria-label={t("dock")}
      className="fixed inset-x-3 bottom-[max(0.75rem,env(safe-area-inset-bottom))] z-30 mx-auto flex max-w-lg items-center justify-between gap-2 rounded-xl border border-line bg-card p-2.5 shadow-float sm:bottom-6"
    >
      <button type="button" onClick={onLeave} className={`${buttonClass("quiet")} min-h-12! px-3! text-stop!`}>
        <LogOut className="size-5 rtl:rotate-180" aria-hidden="true" />
        <span className="max-xs:sr-only">{t("leave")}</span>
      </button>
      {scene.amOnStage ? <MicrophoneButton scene={scene} acts={acts} /> : <HandButton scene={scene} acts={acts} />}
      <MoreMenu scene={scene} acts={acts} onOpen={onOpen} />
    </nav>
  );
}
