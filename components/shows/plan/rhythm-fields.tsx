import { useFormatter, useTranslations } from "next-intl";
import { useState } from "react";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { readRule } from "@/lib/domain/shows/read-rule";
import { WEEKDAYS, type Weekday } from "@/lib/domain/shows/rule";
import type { ShowFields } from "@/lib/wire/shows/inputs";
import { WhenFields } from "./when-fields";

type RhythmFieldsProps = {
  initial: ShowFields["rhythm"];
  /** Of a new show, which most often comes back each week. */
  isNew: boolean;
  /** What day and hour stand there where there is no rhythm yet. */
  firstAt: string;
  zone: string;
  zones: readonly string[];
  errorOf: (field: string) => string | undefined;
};

const REPEATS = ["week", "twoWeeks", "day", "nth", "date", "none"] as const;
const ENDS = ["Never", "On", "After"] as const;

/** When the episodes of a show are. */
export function RhythmFields({ initial, isNew, firstAt, zone, zones, errorOf }: RhythmFieldsProps) {
  const t = useTranslations("shows.form");
  const known = shownAs(initial, isNew);
  const [repeat, setRepeat] = useState(known.repeat);
  const [ends, setEnds] = useState(known.ends);
  const repeats = known.repeat === "custom" ? [...REPEATS, "custom" as const] : REPEATS;
  return (
    <fieldset className="flex flex-col gap-6">
      <input type="hidden" name="rule" value={initial?.rule ?? ""} />
      <input type="hidden" name="leftOut" value={initial?.leftOut.join(",") ?? ""} />
      <Field id="repeat" label={t("repeat")} error={errorOf("repeat")}>
        <Select
          id="repeat"
          name="repeat"
          defaultValue={repeat}
          invalid={!!errorOf("repeat")}
          onChange={({ target }) => setRepeat(target.value as typeof repeat)}
          options={repeats.map((value) => ({ value, text: t(`repeats.${value}`) }))}
        />
      </Field>
      {(repeat === "week" || repeat === "twoWeeks") && <Weekdays chosen={known.weekdays} />}
      {/* A show without a rhythm has a zone all the same, by which it is planned. */}
      <WhenFields
        at={initial?.firstAt ?? firstAt}
        dateLabel={t("firstDate")}
        zone={zone}
        zones={zones}
        hidden={repeat === "none"}
        errorOf={errorOf}
      />
      {repeat !== "none" && repeat !== "custom" && (
        <div className="grid gap-6 sm:grid-cols-2">
          <Field id="ends" label={t("ends")}>
            <Select
              id="ends"
              name="ends"
              defaultValue={ends}
              onChange={({ target }) => setEnds(target.value as typeof ends)}
              options={ENDS.map((one) => ({ value: one.toLowerCase(), text: t(`ends${one}`) }))}
            />
          </Field>
          {ends === "on" && (
            <Field id="until" label={t("until")}>
              <Input id="until" name="until" type="date" dir="ltr" defaultValue={known.until} />
            </Field>
          )}
          {ends === "after" && (
            <Field id="count" label={t("count")}>
              <Input id="count" name="count" type="number" min={1} max={1_000} defaultValue={known.count} />
            </Field>
          )}
        </div>
      )}
    </fieldset>
  );
}

/** A Monday; the days of its week have the names of all. */
const A_MONDAY = Date.UTC(2024, 0, 1);
const DAY_MS = 24 * 60 * 60_000;

function Weekdays({ chosen }: { chosen: readonly Weekday[] }) {
  const t = useTranslations("shows.form");
  const format = useFormatter();
  return (
    <fieldset>
      <legend className="pb-1.5 font-semibold">{t("weekdays")}</legend>
      <div className="flex flex-wrap gap-2">
        {WEEKDAYS.map((day, place) => (
          <label
            key={day}
            className="flex min-h-11 cursor-pointer items-center gap-2 rounded-md border border-edge bg-card px-3 has-checked:bg-paper has-focus-visible:outline-2 has-focus-visible:outline-ink"
          >
            <input
              type="checkbox"
              name="weekdays"
              value={day}
              defaultChecked={chosen.includes(day)}
              className="size-4 shrink-0 accent-ink"
            />
            {format.dateTime(new Date(A_MONDAY + place * DAY_MS), { weekday: "short", timeZone: "UTC" })}
          </label>
        ))}
      </div>
      <p className="pt-1.5 text-sm text-soft">{t("weekdaysHint")}</p>
    </fieldset>
  );
}

/** What the fields show of a rhythm. One that they cannot say is `custom`, and stays as it is. */
function shownAs(rhythm: ShowFields["rhythm"], isNew: boolean) {
  const none = { weekdays: [] as readonly Weekday[], ends: "never", until: "", count: 8 };
  if (!rhythm) return { ...none, repeat: (isNew ? "week" : "none") as (typeof REPEATS)[number] | "custom" };
  const read = readRule(rhythm.rule);
  if (!read.ok) return { ...none, repeat: "custom" as const };
  const { every, interval, weekdays, monthDay, nth, until, count } = read.value;
  const ending = {
    ends: until !== null ? "on" : count !== null ? "after" : "never",
    until: until?.slice(0, 10) ?? "",
    count: count ?? none.count,
  };
  const often = { weekdays, ...ending };
  if (every === "week" && interval <= 2)
    return { ...often, repeat: interval === 1 ? ("week" as const) : ("twoWeeks" as const) };
  if (interval !== 1 || monthDay !== null) return { ...often, repeat: "custom" as const };
  if (every === "day") return { ...often, repeat: "day" as const };
  // The nth weekday is read from the first day, which is one.
  if (every === "month") return { ...often, repeat: nth ? ("nth" as const) : ("date" as const) };
  return { ...often, repeat: "custom" as const };
}
