import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { Button } from "@/components/ui/button";
import { Choices } from "@/components/ui/choices";
import { Field } from "@/components/ui/field";
import { Textarea } from "@/components/ui/textarea";

type DecideAppealProps = { onDecide: (input: { upheld: boolean; words: string }) => Promise<boolean> };

/** Whether the decision stands, by somebody who did not make it. */
export function DecideAppeal({ onDecide }: DecideAppealProps) {
  const t = useTranslations("reports.case");
  const [busy, setBusy] = useState(false);
  const submit = async (event: FormEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    setBusy(true);
    await onDecide({ upheld: form.get("upheld") === "yes", words: String(form.get("words")) });
    setBusy(false);
  };
  return (
    <form onSubmit={(event) => void submit(event)} className="mt-3 flex flex-col gap-4">
      <Choices
        name="upheld"
        label={t("standsLabel")}
        chosen="yes"
        options={[
          { value: "yes", text: t("stands"), hint: t("standsHint") },
          { value: "no", text: t("falls"), hint: t("fallsHint") },
        ]}
      />
      <Field id="appeal-words" label={t("words")} hint={t("wordsHint")}>
        <Textarea id="appeal-words" name="words" required characters={2_000} />
      </Field>
      <Button type="submit" look="act" busy={busy} className="self-start">
        {t("decideAppeal")}
      </Button>
    </form>
  );
}
