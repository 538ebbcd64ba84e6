import { type DateTimeFormatOptions, useFormatter, useTranslations } from "next-intl";
import { readRule } from "@/lib/domain/shows/read-rule";
import { partsOf, type Rhythm, type RhythmParts } from "@/lib/domain/shows/rhythm";
import { WEEKDAYS, type Weekday } from "@/lib/domain/shows/rule";

/** A Monday; the days of its week have the names of all. */
const A_MONDAY = Date.UTC(2024, 0, 1);

const DAY_MS = 24 * 60 * 60_000;

/** When a show is, as a sentence in the reader's language; by the clocks of the show. Null for a rule that cannot be read. */
export function useRhythmWords(): (rhythm: Pick<Rhythm, "rule" | "zone" | "firstAt">) => string | null {
  const t = useTranslations("shows.rhythm");
  const format = useFormatter();
  const utc = (at: number, options: DateTimeFormatOptions): string =>
    format.dateTime(new Date(at), { ...options, timeZone: "UTC" });
  const weekday = (day: Weekday): string => utc(A_MONDAY + WEEKDAYS.indexOf(day) * DAY_MS, { weekday: "long" });
  const nthName = (nth: number): string => t(`nths.${nth > 0 ? (N_TH[nth - 1] ?? "n1") : (LAST[-nth - 1] ?? "last")}`);

  const often = ({ every, interval, weekdays, monthDay, nth, month }: RhythmParts): string => {
    if (every === "day") return t("day", { interval });
    if (every === "week") return t("week", { interval, days: format.list(weekdays.map(weekday)) });
    const monthName = month === null ? "" : utc(Date.UTC(2024, month - 1, 1), { month: "long" });
    if (nth) {
      const words = { interval, nth: nthName(nth.nth), weekday: weekday(nth.weekday) };
      return every === "month" ? t("nth", words) : t("yearNth", { ...words, month: monthName });
    }
    if (every === "month")
      return monthDay === -1 ? t("lastDay", { interval }) : t("date", { interval, day: String(monthDay) });
    return t("year", {
      interval,
      date: utc(Date.UTC(2024, (month ?? 1) - 1, monthDay ?? 1), { day: "numeric", month: "long" }),
    });
  };

  return ({ rule, zone, firstAt }) => {
    const read = readRule(rule);
    if (!read.ok || !/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/.test(firstAt)) return null;
    const parts = partsOf({ zone, firstAt }, read.value);
    const time = utc(Date.parse(`2024-01-01T${parts.time}Z`), { hour: "2-digit", minute: "2-digit", hourCycle: "h23" });
    const whole = t("at", { days: often(parts), time, zone: zoneName(zone) });
    const { until, count } = parts;
    if (until !== null)
      return t("and", {
        rhythm: whole,
        end: t("until", { date: utc(Date.parse(`${until}T00:00Z`), { dateStyle: "long" }) }),
      });
    return count === null ? whole : t("and", { rhythm: whole, end: t("count", { count }) });
  };
}

const N_TH = ["n1", "n2", "n3", "n4", "n5"] as const;
const LAST = ["last", "last2", "last3", "last4", "last5"] as const;

/** `America/New_York` as people say it. */
export const zoneName = (zone: string): string => (zone.split("/").at(-1) ?? zone).replaceAll("_", " ");
