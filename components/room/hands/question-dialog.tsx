import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Dialog } from "@/components/ui/layers/dialog";
import { MAX_QUESTION } from "@/lib/domain/hands/hand";
import { useHandActs } from "./use-hand-acts";

type QuestionDialogProps = { asked: string; open: boolean; onClose: () => void };

/** What one wants to ask, for a hand that is up; it keeps its place. */
export function QuestionDialog({ asked, open, onClose }: QuestionDialogProps) {
  const t = useTranslations("hands");
  const { askQuestion } = useHandActs();
  const [question, setQuestion] = useState(asked);
  const send = (event: FormEvent): void => {
    event.preventDefault();
    onClose();
    void askQuestion(question.trim());
  };
  return (
    <Dialog open={open} onClose={onClose} title={t("question")} closeLabel={t("close")}>
      <form onSubmit={send} className="flex flex-col gap-5">
        <Field id="hand-question" label={t("question")} hint={t("questionHint")}>
          <Input
            id="hand-question"
            value={question}
            characters={MAX_QUESTION}
            onChange={(event) => setQuestion(event.target.value)}
          />
        </Field>
        <Button type="submit" look="act">
          {t("sendQuestion")}
        </Button>
      </form>
    </Dialog>
  );
}
