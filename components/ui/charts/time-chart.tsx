"use client";

import { useFormatter, useTranslations } from "next-intl";
import { Spinner } from "@/components/ui/spinner";
import { useChart } from "./use-chart";

/** A line of the chart: a value for each time. Two at most: there are no more colours. */
type ChartSeries = { name: string; values: readonly number[] };

type TimeChartProps = {
  title: string;
  /** What it shows, in a sentence, for those who do not see it. */
  summary: string;
  /** ISO 8601, rising. */
  times: readonly string[];
  series: readonly ChartSeries[];
  /** A value holds until the next one, instead of a line between the two. */
  stepped?: boolean;
};

const SWATCHES = ["bg-light", "bg-ink"] as const;

/** Numbers over time, as a picture and as a table. Time runs from left to right in every language. */
export function TimeChart({ title, summary, times, series, stepped = false }: TimeChartProps) {
  const t = useTranslations("common.chart");
  const { place, state, point } = useChart({ times, series, stepped });
  return (
    <figure className="rounded-lg border border-line bg-card p-4">
      <figcaption className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1">
        <span className="font-semibold">{title}</span>
        <Readout times={times} series={series} point={point} />
      </figcaption>
      {series.length > 1 && <Legend series={series} />}
      <div dir="ltr" role="img" aria-label={summary} className="relative mt-3 h-60">
        <div ref={place} data-state={state} className="absolute inset-0 overflow-hidden" />
        {state === "loading" && (
          <span className="absolute inset-0 grid place-items-center">
            <Spinner />
          </span>
        )}
        {state === "failed" && <p className="grid h-full place-items-center text-soft">{t("failed")}</p>}
      </div>
      <details className="mt-2 text-sm">
        <summary className="flex min-h-11 cursor-pointer items-center text-soft hover:text-ink">{t("table")}</summary>
        <Values title={title} times={times} series={series} />
      </details>
    </figure>
  );
}

type PointProps = Pick<TimeChartProps, "times" | "series"> & { point: number | null };

/** What there was at the time that the pointer is at. */
function Readout({ times, series, point }: PointProps) {
  const format = useFormatter();
  const at = point === null ? undefined : times[point];
  if (point === null || at === undefined) return null;
  return (
    <span aria-hidden className="text-sm tabular-nums text-soft">
      {format.dateTime(new Date(at), { dateStyle: "medium", timeStyle: "short", hourCycle: "h23" })}
      {series.map(({ name, values }) => (
        <span key={name} className="ms-3">
          {name}: <b className="text-ink">{format.number(values[point] ?? 0)}</b>
        </span>
      ))}
    </span>
  );
}

const Legend = ({ series }: Pick<TimeChartProps, "series">) => (
  <ul aria-hidden className="mt-1 flex flex-wrap gap-x-4 text-sm text-soft">
    {series.map(({ name }, place) => (
      <li key={name} className="flex items-center gap-2">
        <span className={`h-1 w-4 rounded-full ${SWATCHES[place % SWATCHES.length]}`} />
        {name}
      </li>
    ))}
  </ul>
);

function Values({ title, times, series }: Pick<TimeChartProps, "title" | "times" | "series">) {
  const t = useTranslations("common.chart");
  const format = useFormatter();
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by keyboard.
    <section aria-label={title} tabIndex={0} className="max-h-80 overflow-auto">
      <table className="w-full tabular-nums">
        <thead>
          <tr className="text-soft">
            {[t("time"), ...series.map(({ name }) => name)].map((name) => (
              <th key={name} scope="col" className="py-1.5 pe-4 text-start font-normal">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {times.map((time, row) => (
            <tr key={time} className="border-t border-line">
              <th scope="row" className="py-1.5 pe-4 text-start font-normal">
                <time dateTime={time}>
                  {format.dateTime(new Date(time), { dateStyle: "short", timeStyle: "medium", hourCycle: "h23" })}
                </time>
              </th>
              {series.map(({ name, values }) => (
                <td key={name} className="py-1.5 pe-4">
                  {format.number(values[row] ?? 0)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
