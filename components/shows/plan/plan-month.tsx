"use client";

import { useRouter } from "next/navigation";
import { type DateTimeFormatOptions, useFormatter, useTimeZone, useTranslations } from "next-intl";
import { type KeyboardEvent, useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { classes } from "@/components/ui/classes";
import { localTime } from "@/lib/domain/notifications/zoned-time";
import type { PlannedEpisodeView } from "@/lib/wire/shows/views";

const DAY_MS = 24 * 60 * 60_000;
const WEEK = 7;

type PlanMonthProps = {
  episodes: readonly PlannedEpisodeView[];
  slug: string;
  /** ISO 8601: what day it is for the server and the browser alike. */
  now: string;
};

/** A show's episodes on the days of a month, by the reader's clock. One goes from day to day by the arrow keys. */
export function PlanMonth({ episodes, slug, now }: PlanMonthProps) {
  const t = useTranslations("shows.month");
  const format = useFormatter();
  const zone = useTimeZone() ?? "UTC";
  const router = useRouter();
  const grid = useRef<HTMLTableElement>(null);
  const [day, setDay] = useState(() => dayIn(new Date(now), zone));
  const utc = (at: number, options: DateTimeFormatOptions): string =>
    format.dateTime(new Date(at), { ...options, timeZone: "UTC" });
  const on = (at: number) =>
    episodes.filter(({ scheduledFor }) => scheduledFor && dayIn(new Date(scheduledFor), zone) === at);

  const goTo = (at: number): void => {
    setDay(at);
    // The day is there once the month is drawn.
    requestAnimationFrame(() => grid.current?.querySelector<HTMLElement>(`[data-day="${at}"]`)?.focus());
  };
  const open = (at: number): void => {
    const [first] = on(at);
    const date = new Date(at).toISOString().slice(0, 10);
    router.push(
      first ? `/rooms/${first.id}/plan` : `/rooms/new?${new URLSearchParams({ when: "later", show: slug, date })}`,
    );
  };
  const press = (event: KeyboardEvent): void => {
    const isRightToLeft = grid.current !== null && getComputedStyle(grid.current).direction === "rtl";
    const days = stepOf(event.key, isRightToLeft);
    const next = days === null ? monthStep(event.key, day) : day + days * DAY_MS;
    if (next === null) return;
    event.preventDefault();
    goTo(next);
  };

  const weeks = weeksOf(day);
  const month = new Date(day).getUTCMonth();
  return (
    <div className="flex flex-col gap-3">
      <div className="flex flex-wrap items-center gap-3">
        <h3 aria-live="polite" className="text-lg font-bold">
          {utc(day, { month: "long", year: "numeric" })}
        </h3>
        <Button size="small" onClick={() => setDay(addMonths(day, -1))}>
          {t("before")}
        </Button>
        <Button size="small" onClick={() => setDay(addMonths(day, 1))}>
          {t("after")}
        </Button>
      </div>
      <p id="month-hint" className="text-sm text-soft">
        {t("hint")}
      </p>
      <table ref={grid} aria-describedby="month-hint" className="w-full table-fixed border-collapse">
        <thead>
          <tr>
            {weeks[0]?.map((at) => (
              <th key={at} scope="col" className="pb-1 text-xs font-semibold text-soft">
                {utc(at, { weekday: "short" })}
              </th>
            ))}
          </tr>
        </thead>
        <tbody onKeyDown={press}>
          {weeks.map((week) => (
            <tr key={week[0]}>
              {week.map((at) => {
                const planned = on(at);
                const date = utc(at, { dateStyle: "full" });
                return (
                  <td key={at} className="border border-line p-0 align-top">
                    <button
                      type="button"
                      data-day={at}
                      tabIndex={at === day ? 0 : -1}
                      aria-label={planned.length > 0 ? t("some", { date, count: planned.length }) : t("none", { date })}
                      onFocus={() => setDay(at)}
                      onClick={() => open(at)}
                      className={classes(
                        "flex min-h-16 w-full flex-col items-start gap-0.5 p-1 text-start text-xs hover:bg-line/40",
                        new Date(at).getUTCMonth() !== month && "text-soft",
                      )}
                    >
                      <span className={planned.length > 0 ? "font-bold" : undefined}>
                        {utc(at, { day: "numeric" })}
                      </span>
                      {planned.map(({ id, scheduledFor, cancelled, isDraft }) => (
                        <span
                          key={id}
                          className={classes(
                            "rounded-sm px-1 tabular-nums",
                            cancelled
                              ? "text-stop line-through"
                              : isDraft
                                ? "border border-line"
                                : "bg-glow text-light-ink",
                          )}
                        >
                          {scheduledFor &&
                            format.dateTime(new Date(scheduledFor), {
                              hour: "2-digit",
                              minute: "2-digit",
                              hourCycle: "h23",
                            })}
                        </span>
                      ))}
                    </button>
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** The day that a clock shows, as its midnight in UTC. */
function dayIn(at: Date, zone: string): number {
  const { year, month, day } = localTime(at, zone);
  return Date.UTC(year, month - 1, day);
}

/** The weeks of the month of a day, whole, from Monday on. */
function weeksOf(day: number): number[][] {
  const date = new Date(day);
  const first = Date.UTC(date.getUTCFullYear(), date.getUTCMonth(), 1);
  const last = Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0);
  const weeks: number[][] = [];
  for (
    let monday = first - ((new Date(first).getUTCDay() + 6) % WEEK) * DAY_MS;
    monday <= last;
    monday += WEEK * DAY_MS
  )
    weeks.push(Array.from({ length: WEEK }, (_, place) => monday + place * DAY_MS));
  return weeks;
}

/** How many days an arrow key goes; null for other keys. */
function stepOf(key: string, isRightToLeft: boolean): number | null {
  const forwards = isRightToLeft ? -1 : 1;
  if (key === "ArrowRight") return forwards;
  if (key === "ArrowLeft") return -forwards;
  if (key === "ArrowDown") return WEEK;
  return key === "ArrowUp" ? -WEEK : null;
}

function monthStep(key: string, day: number): number | null {
  if (key === "PageDown") return addMonths(day, 1);
  return key === "PageUp" ? addMonths(day, -1) : null;
}

/** The same day of another month, or its last where that has none. */
function addMonths(day: number, months: number): number {
  const date = new Date(day);
  const [year, month] = [date.getUTCFullYear(), date.getUTCMonth() + months];
  return Date.UTC(year, month, Math.min(date.getUTCDate(), new Date(Date.UTC(year, month + 1, 0)).getUTCDate()));
}
