import { writeCsv } from "@/lib/wire/csv";
import type { RoomFigures } from "./views";

const COLUMNS = ["figure", "of", "at", "value"] as const;

/** One figure a line. `of`: which hall, which language, which question. `at`: of what has a time, in UTC. */
type Line = { figure: string; of: string | null; at: string | null; value: number };

/** A room's figures as a table, all of them in one: its columns stay as they are, whatever is counted one day. */
export function figuresCsv({
  title,
  from,
  to,
  hands,
  overTime,
  halls,
  questions,
  languages,
  ...sums
}: RoomFigures): string {
  const lines: Line[] = [
    line("minutes_live", (Date.parse(to) - Date.parse(from)) / 60_000, { of: title, at: from }),
    line("people", sums.people),
    line("guests", sums.guests),
    line("peak", sums.peak),
    line("minutes_listened", sums.minutes),
    line("newcomers", sums.newcomers),
    line("hands_raised", hands.raised),
    line("people_with_hands", hands.people),
    line("hands_called_up", hands.calledUp),
    ...overTime.map(({ at, people }) => line("people_at_once", people, { at })),
    ...halls.flatMap(({ number, openedAt, peak, people }) => [
      line("overflow_peak", peak, { of: String(number), at: openedAt }),
      line("overflow_people", people, { of: String(number), at: openedAt }),
    ]),
    ...languages.spoken.map(({ language, people }) => line("language_spoken_by", people, { of: language })),
    ...languages.heard.map(({ language, peak }) => line("interpreted_heard_by", peak, { of: language })),
    ...questions.map(({ text, people, at }) => line("question_asked_by", people, { of: text, at })),
  ];
  return writeCsv(COLUMNS, lines);
}

const line = (figure: string, value: number, { of = null, at = null }: Partial<Line> = {}): Line => ({
  ...{ figure, of, at },
  value: Math.round(value),
});
