import { useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import { ownLevel } from "@/lib/client/sound/level-sources";
import { loudness } from "@/lib/client/sound/loudness";

const DRAW_EVERY_MS = 80;
/** Talk at arm's length reaches this; a quiet room does not. */
const HEARD = 0.35;

/** How loud a device hears the person now. Says in words, for people who cannot see it, whether it hears anything. */
export function LevelMeter({ device }: { device: MediaStreamTrack }) {
  const t = useTranslations("sound");
  const bar = useRef<HTMLDivElement>(null);
  const meter = useRef<HTMLMeterElement>(null);
  const [heard, setHeard] = useState(false);
  useEffect(() => {
    const { read, stop } = ownLevel(device);
    const draw = (): void => {
      const level = loudness(read() ?? 0);
      bar.current?.style.setProperty("--level", level.toFixed(2));
      if (meter.current) meter.current.value = level;
      if (level > HEARD) setHeard(true);
    };
    const timer = setInterval(draw, DRAW_EVERY_MS);
    return () => {
      clearInterval(timer);
      stop();
    };
  }, [device]);
  return (
    <div className="flex flex-col gap-2">
      {/* Browsers draw their own meters each in their own colours, so it is read out but not shown. */}
      <meter ref={meter} min={0} max={1} value={0} aria-label={t("level")} className="sr-only" />
      <div ref={bar} aria-hidden="true" className="h-3 overflow-hidden rounded-full bg-line">
        <div className="h-full origin-left scale-x-(--level,0) bg-light transition-transform duration-75 rtl:origin-right" />
      </div>
      <p role="status" className="text-sm text-soft">
        {t(heard ? "weHearYou" : "saySomething")}
      </p>
    </div>
  );
}
