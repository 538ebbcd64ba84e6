import { useTranslations } from "next-intl";
import { useRoomScene } from "@/components/room/room-context";
import { useSession } from "@/components/room/session/use-session";
import { useSoundSettings } from "@/components/room/sound/use-sound-settings";
import { useVolumeWorks } from "@/components/room/sound/use-volume-works";
import { Spinner } from "@/components/ui/spinner";
import { soundSettings } from "@/lib/client/sound/sound-settings";

const STEP = 5;

/** How loud the stage is heard beside the hall's own talk; and, while it is not heard at all, that it is being seen to. */
export function StageSound() {
  const t = useTranslations("room.family");
  const { stage } = useSession();
  const { stageLevel } = useSoundSettings();
  const works = useVolumeWorks();
  const percent = Math.round(stageLevel * 100);
  const { heardStage, view } = useRoomScene();
  const lost = stage?.reached === false;
  if (!heardStage || view.main?.room.status === "ended") return null;
  return (
    <div className="mt-5 flex min-h-11 flex-wrap items-center justify-center gap-x-6 gap-y-1 text-sm">
      {(works || stageLevel === 0) && (
        <label className="flex items-center gap-3">
          <span className="font-semibold">{t("stageLevel")}</span>
          <input
            type="range"
            min={0}
            max={100}
            step={STEP}
            value={percent}
            aria-label={t("stageLevelLabel")}
            aria-valuetext={`${percent} %`}
            onChange={({ target }) => soundSettings.change({ stageLevel: target.valueAsNumber / 100 })}
            className="h-11 w-36 accent-light"
          />
        </label>
      )}
      <p role="status" data-testid="stage-sound" data-reached={!lost} className="text-soft">
        {lost && (
          <span className="flex items-center gap-2">
            <Spinner /> <span className="max-sm:sr-only">{t("reconnecting")}</span>
          </span>
        )}
      </p>
    </div>
  );
}
