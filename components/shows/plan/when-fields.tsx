import { useTranslations } from "next-intl";
import { zoneName } from "@/components/shows/rhythm-words";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";

type WhenFieldsProps = {
  /** `2026-12-06T21:00`; empty for none. */
  at: string;
  dateLabel: string;
  zone: string;
  zones: readonly string[];
  /** Only the zone is asked. */
  hidden?: boolean;
  errorOf: (field: string) => string | undefined;
};

/** A day, an hour, and by whose clocks. */
export function WhenFields({ at, dateLabel, zone, zones, hidden = false, errorOf }: WhenFieldsProps) {
  const t = useTranslations("shows.form");
  const [date = "", time = ""] = at.split("T");
  const known = zones.includes(zone) ? zones : [zone, ...zones];
  return (
    <div className="grid gap-6 sm:grid-cols-[1fr_1fr_1.4fr]">
      {!hidden && (
        <>
          <Field id="date" label={dateLabel} error={errorOf("date")}>
            <Input id="date" name="date" type="date" dir="ltr" defaultValue={date} invalid={!!errorOf("date")} />
          </Field>
          <Field id="time" label={t("time")}>
            <Input id="time" name="time" type="time" dir="ltr" defaultValue={time} />
          </Field>
        </>
      )}
      <Field id="zone" label={t("zone")} error={errorOf("zone")}>
        <Select
          id="zone"
          name="zone"
          defaultValue={zone}
          invalid={!!errorOf("zone")}
          options={known.map((value) => ({ value, text: `${zoneName(value)} (${value})` }))}
        />
      </Field>
    </div>
  );
}
