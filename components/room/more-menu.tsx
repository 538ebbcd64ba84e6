import Ellipsis from "lucide-react/icons/ellipsis";
import { useTranslations } from "next-intl";
import { buttonClass } from "@/components/ui/button";
import { toast } from "@/components/ui/toast";
import type { Acts } from "./use-acts";
import type { RoomScene } from "./use-room";

const MENU = "room-more";
const ENTRY = "flex min-h-11 w-full items-center rounded-md px-3 text-start hover:bg-line/60";

/** Opens one of the room's dialogs. */
export type OnOpen = (dialog: "keys" | "end" | "edit") => void;

type MoreMenuProps = { scene: RoomScene; acts: Acts; onOpen: OnOpen };

/** What is done seldom. The browser's own popover: Esc and a tap elsewhere close it. */
export function MoreMenu({ scene, acts, onOpen }: MoreMenuProps) {
  const t = useTranslations("room");
  const copyLink = async (): Promise<void> => {
    await navigator.clipboard.writeText(location.href);
    toast(t("linkCopied"));
  };
  return (
    <>
      <button
        type="button"
        popoverTarget={MENU}
        aria-label={t("more")}
        className={`${buttonClass("quiet", "icon")} size-12!`}
      >
        <Ellipsis className="size-5" aria-hidden="true" />
      </button>
      <div
        id={MENU}
        popover="auto"
        className="inset-auto bottom-24 end-4 m-0 w-64 rounded-lg border border-line bg-raised p-2 text-ink shadow-float open:animate-rise sm:start-1/2 sm:end-auto"
      >
        <Entry text={t("copyLink")} run={() => void copyLink()} />
        <Entry text={t("keys.title")} run={() => onOpen("keys")} />
        {scene.may("editRoom") && <Entry text={t("edit")} run={() => onOpen("edit")} />}
        {scene.may("stepDown") && <Entry text={t("stepDown")} run={() => void acts.stepDown()} />}
        {scene.may("endRoom") && <Entry text={t("end.act")} run={() => onOpen("end")} ends />}
      </div>
    </>
  );
}

function Entry({ text, run, ends = false }: { text: string; run: () => void; ends?: boolean }) {
  return (
    <button
      type="button"
      popoverTarget={MENU}
      popoverTargetAction="hide"
      onClick={run}
      className={ends ? `${ENTRY} text-stop` : ENTRY}
    >
      {text}
    </button>
  );
}
