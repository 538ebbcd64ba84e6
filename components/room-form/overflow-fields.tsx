import { useTranslations } from "next-intl";
import { useState } from "react";
import { Checkbox } from "@/components/ui/checkbox";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";

type OverflowFieldsProps = {
  /** `rooms` 0: overflow is off. `reserve` null: what is usual for the number of seats. */
  initial: { rooms: number; reserve: number | null };
  /** How many halls this instance allows at most. */
  limit: number;
  errorOf: (field: string) => string | undefined;
};

/** What happens when the room is full: whether halls open, how many, and what is kept for the stage. */
export function OverflowFields({ initial, limit, errorOf }: OverflowFieldsProps) {
  const t = useTranslations("newRoom");
  const [on, setOn] = useState(initial.rooms > 0);
  return (
    <fieldset className="flex flex-col gap-4">
      <legend className="font-semibold">{t("overflow.legend")}</legend>
      <Checkbox name="overflow" checked={on} onSwitch={setOn}>
        {t("overflow.on")}
      </Checkbox>
      {on && (
        <div className="grid gap-6 sm:grid-cols-2">
          <Field
            id="overflowRooms"
            label={t("overflow.rooms")}
            hint={t("overflow.roomsHint", { limit })}
            error={errorOf("overflowRooms")}
          >
            <Input
              id="overflowRooms"
              name="overflowRooms"
              type="number"
              inputMode="numeric"
              min={1}
              max={limit}
              defaultValue={initial.rooms || limit}
              invalid={!!errorOf("overflowRooms")}
              className="max-w-40"
            />
          </Field>
          <Field id="reserve" label={t("overflow.reserve")} hint={t("overflow.reserveHint")} error={errorOf("reserve")}>
            <Input
              id="reserve"
              name="reserve"
              type="number"
              inputMode="numeric"
              min={0}
              placeholder={t("overflow.usual")}
              defaultValue={initial.reserve ?? ""}
              invalid={!!errorOf("reserve")}
              className="max-w-40"
            />
          </Field>
        </div>
      )}
    </fieldset>
  );
}
