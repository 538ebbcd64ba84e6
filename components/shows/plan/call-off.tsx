import { useTranslations } from "next-intl";
import { type FormEvent, useId } from "react";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Dialog } from "@/components/ui/layers/dialog";
import { Textarea } from "@/components/ui/textarea";

type CallOffProps = {
  open: boolean;
  busy: boolean;
  title: string;
  text: string;
  /** On the button that does it. */
  act: string;
  /** Nobody knows of it yet: nobody asks why. */
  isDraft: boolean;
  onAct: (reason: string) => void;
  onClose: () => void;
};

/** Asks once more before something is called off, and why. */
export function CallOff({ open, busy, title, text, act, isDraft, onAct, onClose }: CallOffProps) {
  const t = useTranslations("shows");
  const common = useTranslations("common");
  const id = useId();
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    onAct(String(new FormData(event.currentTarget).get("reason") ?? ""));
  };
  return (
    <Dialog open={open} onClose={onClose} title={title} closeLabel={common("close")}>
      <form onSubmit={submit} className="flex flex-col gap-5">
        <p className="text-soft">{text}</p>
        {!isDraft && (
          <Field id={id} label={t("reason")}>
            <Textarea id={id} name="reason" characters={500} />
          </Field>
        )}
        <div className="flex flex-wrap gap-3">
          <Button type="submit" look="end" busy={busy} className="flex-1">
            {act}
          </Button>
          <Button onClick={onClose} className="flex-1">
            {common("cancel")}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
