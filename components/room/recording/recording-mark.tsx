import Disc from "lucide-react/icons/disc";
import { useTranslations } from "next-intl";
import { useShowHere } from "@/components/room/open-context";
import { useRoomScene } from "@/components/room/room-context";

const MARK = "inline-flex items-center gap-1.5 font-semibold text-stop";

/** Stands for as long as the stage that is heard here is recorded. People on it open by it what they said, and may change it. */
export function RecordingMark() {
  const { stageRoom, view, amOnStage, mine, inside } = useRoomScene();
  const t = useTranslations("recording");
  const show = useShowHere();
  if (!stageRoom.recording) return null;
  const words = (
    <>
      <Disc className="size-4" aria-hidden="true" />
      {t("mark")}
    </>
  );
  const isAsked = inside && amOnStage && view.room.recording !== null && show !== null;
  if (!isAsked)
    return (
      <span className={MARK} data-testid="recording">
        {words}
      </span>
    );
  const mineIs = mine?.agreesToRecording;
  return (
    <button
      type="button"
      onClick={() => show({ dialog: "recording" })}
      className={`${MARK} min-h-9 rounded-md hover:underline pointer-coarse:min-h-11`}
      data-testid="recording"
    >
      {words}
      <span className="font-normal">{t(mineIs === true ? "withMe" : mineIs === false ? "withoutMe" : "asked")}</span>
    </button>
  );
}
