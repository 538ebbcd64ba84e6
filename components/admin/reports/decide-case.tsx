import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/select";
import { Textarea } from "@/components/ui/textarea";
import { type Measure, REPORT_REASONS, type ReportReason } from "@/lib/domain/reports/report";

type Decision = { ground: ReportReason | "nothing_found"; measure: Measure; words: string };

type DecideCaseProps = {
  measures: readonly Measure[];
  reason: ReportReason;
  onDecide: (input: Decision) => Promise<boolean>;
};

/** What is done about it, on which ground and why. Both sides read the words. */
export function DecideCase({ measures, reason, onDecide }: DecideCaseProps) {
  const t = useTranslations("reports.case");
  const queue = useTranslations("reports.queue");
  const words = useTranslations("reports.form");
  const [busy, setBusy] = useState(false);
  const submit = async (event: FormEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    setBusy(true);
    await onDecide({
      ground: String(form.get("ground")) as Decision["ground"],
      measure: String(form.get("measure")) as Measure,
      words: String(form.get("words")),
    });
    setBusy(false);
  };
  const grounds = [
    { value: "nothing_found", text: t("nothingFound") },
    ...REPORT_REASONS.map((value) => ({ value, text: words(`reasons.${value}`) })),
  ];
  return (
    <form onSubmit={(event) => void submit(event)} className="flex flex-col gap-4">
      <Field id="case-ground" label={t("ground")}>
        <Select id="case-ground" name="ground" options={grounds} defaultValue={reason} />
      </Field>
      <Field id="case-measure" label={t("measure")} hint={t("measureHint")}>
        <Select
          id="case-measure"
          name="measure"
          options={measures.map((value) => ({ value, text: queue(`measures.${value}`) }))}
        />
      </Field>
      <Field id="case-words" label={t("words")} hint={t("wordsHint")}>
        <Textarea id="case-words" name="words" required characters={2_000} />
      </Field>
      <Button type="submit" look="act" busy={busy} className="self-start">
        {t("decideAct")}
      </Button>
    </form>
  );
}
