import { useFormatter, useTimeZone } from "next-intl";
import { type RefObject, useEffect, useRef, useState } from "react";

const DAY_SECONDS = 24 * 60 * 60;

type ChartFacts = { times: readonly string[]; series: readonly { values: readonly number[] }[]; stepped: boolean };

type Chart = {
  place: RefObject<HTMLDivElement | null>;
  state: "loading" | "drawn" | "failed";
  /** Which of the times the pointer is at. */
  point: number | null;
};

/** Fetches what draws charts, once there is one to draw, and draws this one. */
export function useChart({ times, series, stepped }: ChartFacts): Chart {
  const place = useRef<HTMLDivElement>(null);
  const [state, setState] = useState<Chart["state"]>("loading");
  const [point, setPoint] = useState<number | null>(null);
  const format = useFormatter();
  const zone = useTimeZone() ?? "UTC";
  useEffect(() => {
    let takeAway: (() => void) | null = null;
    let isGone = false;
    const draw = async (): Promise<void> => {
      const { drawChart } = await import("./draw-chart");
      if (isGone || !place.current) return;
      const dates = times.map((time) => new Date(time));
      const [first, last] = [dates.at(0), dates.at(-1)];
      const isLong = !!first && !!last && last.getTime() - first.getTime() > DAY_SECONDS * 1_000;
      const clock = { hour: "2-digit", minute: "2-digit", hourCycle: "h23" } as const;
      const day = { day: "numeric", month: "short" } as const;
      takeAway = drawChart(place.current, {
        ...{ times: dates, stepped, zone, onPoint: setPoint },
        series: series.map(({ values }) => values),
        timeText: (at, every) =>
          format.dateTime(at, every >= DAY_SECONDS ? day : isLong ? { ...day, ...clock } : { ...clock }),
        numberText: (value) => format.number(value),
      });
      setState("drawn");
    };
    draw().catch(() => setState("failed"));
    return () => {
      isGone = true;
      takeAway?.();
    };
  }, [times, series, stepped, zone, format]);
  return { place, state, point };
}
