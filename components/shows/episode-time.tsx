import { useFormatter, useTimeZone, useTranslations } from "next-intl";
import { zoneName } from "./rhythm-words";

const WHEN = { dateStyle: "full", timeStyle: "short", hourCycle: "h23" } as const;

type EpisodeTimeProps = {
  at: string;
  minutes: number;
  /** By whose clocks it was planned; null where that is not known. */
  zone: string | null;
};

/** When an episode is: by the reader's clock, and where another shows something else by the show's. */
export function EpisodeTime({ at, minutes, zone }: EpisodeTimeProps) {
  const t = useTranslations("shows");
  const format = useFormatter();
  const own = useTimeZone() ?? "UTC";
  const begins = new Date(at);
  const shown = (timeZone: string) => format.dateTime(begins, { ...WHEN, timeZone });
  const there = zone !== null && shown(zone) !== shown(own) ? zone : null;
  return (
    <p className="text-lg">
      <time dateTime={at} className="font-semibold">
        {shown(own)}
      </time>
      <span className="block text-sm text-soft">
        {t("lasts", { minutes })}
        {" · "}
        {t("byYourClock", { zone: zoneName(own) })}
      </span>
      {there && (
        <span className="block text-sm text-soft">{t("there", { at: shown(there), zone: zoneName(there) })}</span>
      )}
    </p>
  );
}
