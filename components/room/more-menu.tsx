import Ellipsis from "lucide-react/icons/ellipsis";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { buttonClass } from "@/components/ui/button";
import { copyText } from "@/components/ui/copy-text";
import { PopoverLayer } from "@/components/ui/layers/popover-layer";
import { toast } from "@/components/ui/toast";
import { roomActs } from "@/lib/client/room/room-acts";
import { isRecordable } from "@/lib/domain/recording/recording";
import { mayOpen } from "./dialogs";
import { useModerationActs } from "./moderation/use-moderation-acts";
import { type DialogName, useShow } from "./open-context";
import { useRecordingActs } from "./recording/use-recording-acts";
import { useRoomScene } from "./room-context";
import { useSession } from "./session/use-session";
import { useStageActs } from "./stage/use-stage-acts";

const MENU = "room-more";
const ENTRY = "flex min-h-11 w-full items-center rounded-md px-3 text-start hover:bg-line/60";

/** What is done seldom. The browser's own popover: Esc and a tap elsewhere close it. */
export function MoreMenu() {
  const t = useTranslations("room");
  const common = useTranslations("common");
  const pinned = useTranslations("pinnedLink");
  const invitations = useTranslations("invitations");
  const calls = useTranslations("pings");
  const sound = useTranslations("sound");
  const languages = useTranslations("interpreting.desk");
  const recording = useTranslations("recording");
  const scene = useRoomScene();
  const { room } = scene.view;
  const { startRecording, stopRecording } = useRecordingActs();
  const { stepDown } = useStageActs();
  const { muteAll, unlockMicrophones } = useModerationActs();
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
        className={`${buttonClass("quiet", "dockIcon")} max-xs:w-11`}
      >
        <Ellipsis className="size-5" aria-hidden="true" />
      </button>
      <div
        id={MENU}
        popover="auto"
        className="inset-auto bottom-[calc(var(--bar,0px)+0.5rem)] end-4 m-0 max-h-[calc(100dvh-var(--bar,0px)-1.5rem)] w-64 overflow-y-auto rounded-lg border border-line bg-raised p-2 text-ink shadow-float open:animate-rise sm:start-1/2 sm:end-auto"
      >
        <Entry text={t("copyLink")} run={() => void copyLink()} />
        <DialogEntry name="sound" text={sound("title")} />
        <Entry text={sound(roomMuted ? "hearRoom" : "muteRoom")} run={() => roomActs.muteRoom(!roomMuted)} />
        <DialogEntry name="keys" text={t("keys.title")} />
        <DialogEntry name="pin" text={pinned(scene.view.room.pinned ? "change" : "act")} />
        <DialogEntry name="ping" text={calls("title")} />
        <DialogEntry name="links" text={invitations("title")} />
        <DialogEntry name="interpreters" text={languages("act")} />
        <DialogEntry name="edit" text={t("edit")} />
        {scene.may("muteAll") && <Entry text={t("moderation.muteAll")} run={() => void muteAll(false)} />}
        {scene.may("muteAll") &&
          (scene.view.room.microphonesLocked ? (
            <Entry text={t("moderation.unlock")} run={() => void unlockMicrophones()} />
          ) : (
            <Entry text={t("moderation.muteAndLock")} run={() => void muteAll(true)} />
          ))}
        {scene.may("recordRoom") && isRecordable({ kind: room.kind, mainRoomId: room.family?.mainRoomId ?? null }) && (
          <Entry
            text={recording(room.recording ? "stop" : "start")}
            run={() => void (room.recording ? stopRecording() : startRecording())}
          />
        )}
        <Link href={`/report?about=${encodeURIComponent(`/rooms/${room.id}`)}`} prefetch={false} className={ENTRY}>
          {common("report")}
        </Link>
        {scene.may("stepDown") && <Entry text={t("stepDown")} run={() => void stepDown()} />}
        <DialogEntry name="end" text={t("end.act")} ends />
        <PopoverLayer id={MENU} />
      </div>
    </>
  );
}

type DialogEntryProps = { name: DialogName; text: string; ends?: boolean };

/** Opens one of the room's dialogs; nothing for whom it is not there. */
function DialogEntry({ name, ...entry }: DialogEntryProps) {
  const scene = useRoomScene();
  const show = useShow();
  return mayOpen(name, scene) && <Entry {...entry} run={() => show({ dialog: name })} />;
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
