import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import type { Acts } from "@/components/room/use-acts";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Dialog } from "@/components/ui/layers/dialog";
import { MAX_QUESTION } from "@/lib/domain/hands/hand";

type QuestionDialogProps = { asked: string; open: boolean; onClose: () => void; acts: Acts };

/** What one wants to ask, for a hand that is up; it keeps its place. */
export function QuestionDialog({ asked, open, onClose, acts }: QuestionDialogProps) {
  const t = useTranslations("hands");
  const [question, setQuestion] = useState(asked);
  const send = (event: FormEvent): void => {
    event.preventDefault();
    onClose();
    void acts.askQuestion(question.trim());
  };
  return (
    <Dialog open={open} onClose={onClose} title={t("question")} closeLabel={t("close")}>
      <form onSubmit={send} className="flex flex-col gap-5">
        <Field id="hand-question" label={t("question")} hint={t("questionHint")}>
          <Input
            id="hand-question"
            value={question}
            maxLength={MAX_QUESTION}
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
