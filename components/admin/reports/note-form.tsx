import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Textarea } from "@/components/ui/textarea";

/** Writes a note; what was written stays where it could not be kept. */
export function NoteForm({ onNote }: { onNote: (text: string) => Promise<boolean> }) {
  const t = useTranslations("reports.case");
  const [busy, setBusy] = useState(false);
  const submit = async (event: FormEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault();
    const form = event.currentTarget;
    setBusy(true);
    if (await onNote(String(new FormData(form).get("text")))) form.reset();
    setBusy(false);
  };
  return (
    <form onSubmit={(event) => void submit(event)} className="mt-3 flex flex-col gap-3">
      <Field id="case-note" label={t("note")}>
        <Textarea id="case-note" name="text" required characters={2_000} />
      </Field>
      <Button type="submit" size="small" busy={busy} className="self-start">
        {t("addNote")}
      </Button>
    </form>
  );
}
