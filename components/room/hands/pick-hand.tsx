import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Dialog } from "@/components/ui/layers/dialog";
import { useSaid } from "@/components/ui/name";
import { MAX_PICK_REASON } from "@/lib/domain/hands/hand";
import type { HandView } from "@/lib/wire/hands/views";
import { useHandActs } from "./use-hand-acts";

/** For those who lead an overflow room: one hand of theirs goes ahead in the family's queue, with a reason. */
export function PickHand({ hand: { person, picked } }: { hand: HandView }) {
  const t = useTranslations("hands");
  const said = useSaid();
  const { pickHand, unpickHand } = useHandActs();
  const [asking, setAsking] = useState(false);
  const [reason, setReason] = useState("");
  const pick = (event: FormEvent): void => {
    event.preventDefault();
    setAsking(false);
    void pickHand(person, reason.trim());
  };
  if (picked) {
    return (
      <Button size="small" onClick={() => unpickHand(person)} aria-label={t("unpickName", { name: said(person) })}>
        {t("unpick")}
      </Button>
    );
  }
  return (
    <>
      <Button size="small" onClick={() => setAsking(true)} aria-label={t("pickName", { name: said(person) })}>
        {t("pick")}
      </Button>
      <Dialog
        open={asking}
        onClose={() => setAsking(false)}
        title={t("pickTitle", { name: said(person) })}
        closeLabel={t("close")}
      >
        <form onSubmit={pick} className="flex flex-col gap-5">
          <Field id="pick-reason" label={t("pickReason")} hint={t("pickHint")}>
            <Input
              id="pick-reason"
              value={reason}
              characters={MAX_PICK_REASON}
              onChange={(event) => setReason(event.target.value)}
            />
          </Field>
          <Button type="submit" look="act">
            {t("pick")}
          </Button>
        </form>
      </Dialog>
    </>
  );
}
