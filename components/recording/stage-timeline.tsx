import { useTranslations } from "next-intl";
import { type MouseEvent, useId } from "react";
import { Name } from "@/components/ui/name";
import { Portrait } from "@/components/ui/portraits/portrait";
import type { PersonFace } from "@/lib/wire/people/views";
import type { RecordingView } from "@/lib/wire/recording/views";
import { clockOf } from "./clock-of";

type Stretch = { fromMs: number; toMs: number };

type StageTimelineProps = {
  recording: Pick<RecordingView, "stage" | "chapters" | "lengthMs">;
  /** The moment that is heard. */
  ms: number;
  onMoment: (ms: number) => void;
};

/** Who was on the stage when, a row each: where they spoke stands out. A tap plays from there; the chapters do the same by keyboard. */
export function StageTimeline({ recording, ms, onMoment }: StageTimelineProps) {
  const t = useTranslations("recording.replay");
  const id = useId();
  const { lengthMs } = recording;
  const at = (moment: number): string => `${(100 * moment) / Math.max(1, lengthMs)}%`;
  const tap = (event: MouseEvent<HTMLElement>): void => {
    const { left, right, width } = event.currentTarget.getBoundingClientRect();
    const isRtl = getComputedStyle(event.currentTarget).direction === "rtl";
    const far = isRtl ? right - event.clientX : event.clientX - left;
    onMoment(Math.floor((lengthMs * Math.min(Math.max(0, far), width)) / Math.max(1, width)));
  };
  const rows = rowsOf(recording);
  if (rows.length === 0) return null;
  return (
    <section aria-labelledby={id} data-testid="stage-timeline" className="mt-3">
      <h3 id={id} className="flex min-h-11 items-center font-bold">
        {t("stage")}
      </h3>
      <ul className="flex flex-col gap-3">
        {rows.map(({ person, stays, turns }) => (
          <li key={person.id}>
            <p className="flex items-center gap-2 text-sm leading-tight">
              <Portrait person={person} className="size-6" />
              <span className="min-w-0 flex-1 truncate font-semibold">
                <Name person={person} />
              </span>
              <span className="shrink-0 text-xs text-soft tabular-nums" dir="ltr">
                {stays.map(({ fromMs, toMs }) => `${clockOf(fromMs)}–${clockOf(toMs)}`).join(", ")}
              </span>
            </p>
            <div aria-hidden="true" onClick={tap} className="relative mt-1 h-5 cursor-pointer rounded-sm bg-line/60">
              {stays.map((stay) => (
                <Bar key={`stay ${stay.fromMs}`} stretch={stay} at={at} look="top-0 h-5 bg-seat" />
              ))}
              {turns.map((turn) => (
                <Bar key={`turn ${turn.fromMs}`} stretch={turn} at={at} look="top-1 h-3 bg-light" />
              ))}
              <span className="absolute -top-0.5 h-6 w-0.5 bg-ink" style={{ insetInlineStart: at(ms) }} />
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Never so narrow that it is not seen. */
function Bar({ stretch, at, look }: { stretch: Stretch; at: (ms: number) => string; look: string }) {
  const { fromMs, toMs } = stretch;
  return (
    <span
      className={`absolute min-w-0.5 rounded-sm ${look}`}
      style={{ insetInlineStart: at(fromMs), inlineSize: at(toMs - fromMs) }}
    />
  );
}

type Row = { person: PersonFace; stays: Stretch[]; turns: Stretch[] };

/** In the order in which they came on the stage, or were first heard. */
function rowsOf({ stage, chapters }: StageTimelineProps["recording"]): Row[] {
  const rows = new Map<string, Row>();
  const rowOf = (person: PersonFace): Row => {
    const row = rows.get(person.id) ?? { person, stays: [], turns: [] };
    rows.set(person.id, row);
    return row;
  };
  for (const { person, ...stay } of stage) rowOf(person).stays.push(stay);
  for (const { person, ...turn } of chapters) rowOf(person).turns.push(turn);
  return [...rows.values()];
}
