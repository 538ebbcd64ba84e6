import Ellipsis from "lucide-react/icons/ellipsis";
import { useTranslations } from "next-intl";
import { buttonClass } from "@/components/ui/button";
import { copyText } from "@/components/ui/copy-text";
import { PopoverLayer } from "@/components/ui/layers/popover-layer";
import { toast } from "@/components/ui/toast";
import type { Acts } from "./use-acts";
import type { RoomScene } from "./use-room";
import { useSession } from "./use-session";

const MENU = "room-more";
const ENTRY = "flex min-h-11 w-full items-center rounded-md px-3 text-start hover:bg-line/60";

/** Opens one of the room's dialogs. */
export type OnOpen = (dialog: "keys" | "sound" | "end" | "edit" | "pin" | "links" | "ping" | "interpreters") => void;

type MoreMenuProps = { scene: RoomScene; acts: Acts; onOpen: OnOpen };

/** What is done seldom. The browser's own popover: Esc and a tap elsewhere close it. */
export function MoreMenu({ scene, acts, onOpen }: MoreMenuProps) {
  const t = useTranslations("room");
  const common = useTranslations("common");
  const pinned = useTranslations("pinnedLink");
  const invitations = useTranslations("invitations");
  const calls = useTranslations("pings");
  const sound = useTranslations("sound");
  const languages = useTranslations("interpreting.desk");
  const { roomMuted } = useSession();
  const copyLink = async (): Promise<void> => {
    const done = await copyText(location.origin + location.pathname);
    toast(done ? t("linkCopied") : common("notCopied"));
  };
  return (
    <>
      <button
        type="button"
        popoverTarget={MENU}
        aria-label={t("more")}
        className={`${buttonClass("quiet", "icon")} size-12! max-xs:w-11!`}
      >
        <Ellipsis className="size-5" aria-hidden="true" />
      </button>
      <div
        id={MENU}
        popover="auto"
        className="inset-auto bottom-[calc(var(--bar,0px)+0.5rem)] end-4 m-0 max-h-[calc(100dvh-var(--bar,0px)-1.5rem)] w-64 overflow-y-auto rounded-lg border border-line bg-raised p-2 text-ink shadow-float open:animate-rise sm:start-1/2 sm:end-auto"
      >
        <Entry text={t("copyLink")} run={() => void copyLink()} />
        <Entry text={sound("title")} run={() => onOpen("sound")} />
        <Entry text={sound(roomMuted ? "hearRoom" : "muteRoom")} run={() => acts.muteRoom(!roomMuted)} />
        <Entry text={t("keys.title")} run={() => onOpen("keys")} />
        {scene.may("pinLink") && (
          <Entry text={pinned(scene.view.room.pinned ? "change" : "act")} run={() => onOpen("pin")} />
        )}
        {scene.isMember && scene.may(scene.view.room.kind === "closed" ? "invite" : "pingPerson") && (
          <Entry text={calls("title")} run={() => onOpen("ping")} />
        )}
        {scene.may("inviteByLink") && <Entry text={invitations("title")} run={() => onOpen("links")} />}
        {scene.may("assignInterpreter") && !scene.view.room.family && (
          <Entry text={languages("act")} run={() => onOpen("interpreters")} />
        )}
        {scene.may("editRoom") && <Entry text={t("edit")} run={() => onOpen("edit")} />}
        {scene.may("muteAll") && <Entry text={t("moderation.muteAll")} run={() => void acts.muteAll(false)} />}
        {scene.may("muteAll") &&
          (scene.view.room.microphonesLocked ? (
            <Entry text={t("moderation.unlock")} run={() => void acts.unlockMicrophones()} />
          ) : (
            <Entry text={t("moderation.muteAndLock")} run={() => void acts.muteAll(true)} />
          ))}
        {scene.may("stepDown") && <Entry text={t("stepDown")} run={() => void acts.stepDown()} />}
        {scene.may("endRoom") && <Entry text={t("end.act")} run={() => onOpen("end")} ends />}
        <PopoverLayer id={MENU} />
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
