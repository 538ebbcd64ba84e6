import { type Rule, WEEKDAYS, type Weekday, writeRule } from "@/lib/domain/shows/rule";
import { COMMA } from "@/lib/domain/text/comma";
import type { EpisodeFields, ShowFields } from "@/lib/wire/shows/inputs";

/** What a form holds, as the API wants it. Nothing is judged here; the server says what does not fit. */
const textsOf = (form: HTMLFormElement) => {
  const fields = new FormData(form);
  return { fields, text: (name: string): string => String(fields.get(name) ?? "").trim() };
};

function readWords(form: HTMLFormElement) {
  const { fields, text } = textsOf(form);
  return {
    title: text("title"),
    description: text("description"),
    topics: text("topics")
      .split(COMMA)
      .map((topic) => topic.trim())
      .filter(Boolean),
    language: text("language"),
    minutes: Number(text("minutes")),
    kind: text("kind") as ShowFields["kind"],
    guestsAllowed: fields.has("guestsAllowed"),
    opensItself: fields.has("opensItself"),
  };
}

export function readShowForm(form: HTMLFormElement): ShowFields {
  const { text } = textsOf(form);
  return {
    ...readWords(form),
    slug: text("slug").toLowerCase(),
    clubId: text("club") || null,
    zone: text("zone"),
    rhythm: readRhythm(form),
  };
}

export function readEpisodeForm(form: HTMLFormElement): Omit<EpisodeFields, "showId"> {
  const { fields, text } = textsOf(form);
  return {
    ...readWords(form),
    clubId: text("club") || null,
    when: { at: localOf(text), zone: text("zone") },
    publish: !fields.has("draft"),
  };
}

const localOf = (text: (name: string) => string): string => `${text("date")}T${text("time")}`;

/** The rhythm that the fields say; null for none. What they cannot say is kept, as the text of its rule. */
export function readRhythm(form: HTMLFormElement): ShowFields["rhythm"] {
  const { fields, text } = textsOf(form);
  const repeat = text("repeat");
  if (repeat === "none") return null;
  const firstAt = localOf(text);
  // Days that were left out one by one stay left out, also where the rhythm is another.
  const leftOut = text("leftOut").split(",").filter(Boolean);
  if (repeat === "custom") return { rule: text("rule"), firstAt, leftOut };
  const ends = text("ends");
  const rule: Rule = {
    ...PLAIN,
    ...oftenOf(repeat, text("date"), fields.getAll("weekdays").map(String)),
    until: ends === "on" ? text("until") || null : null,
    count: ends === "after" ? Number(text("count")) || Number.NaN : null,
  };
  return { rule: writeRule(rule), firstAt, leftOut };
}

const PLAIN: Rule = {
  every: "day",
  interval: 1,
  weekdays: [],
  monthDay: null,
  nth: null,
  month: null,
  until: null,
  count: null,
  weekStart: "MO",
};

function oftenOf(repeat: string, date: string, chosen: readonly string[]): Partial<Rule> {
  const weekdays = WEEKDAYS.filter((day) => chosen.includes(day));
  if (repeat === "week") return { every: "week", weekdays };
  if (repeat === "twoWeeks") return { every: "week", interval: 2, weekdays };
  if (repeat === "date") return { every: "month" };
  if (repeat === "nth") return { every: "month", nth: nthOf(date) };
  return {};
}

/** Which weekday of its month a day is; a fifth one, which most months lack, is the last. */
function nthOf(date: string): Rule["nth"] {
  const day = new Date(`${date}T00:00Z`);
  if (Number.isNaN(day.getTime())) return null;
  const nth = Math.ceil(day.getUTCDate() / 7);
  return { nth: nth === 5 ? -1 : nth, weekday: WEEKDAYS[(day.getUTCDay() + 6) % 7] as Weekday };
}
