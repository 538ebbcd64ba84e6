import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import type { Acts } from "@/components/room/use-acts";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Dialog } from "@/components/ui/layers/dialog";
import { MAX_PICK_REASON } from "@/lib/domain/hands/hand";
import type { HandView } from "@/lib/wire/hands/views";

/** For those who lead an overflow room: one hand of theirs goes ahead in the family's queue, with a reason. */
export function PickHand({ hand: { person, picked }, acts }: { hand: HandView; acts: Acts }) {
  const t = useTranslations("hands");
  const [asking, setAsking] = useState(false);
  const [reason, setReason] = useState("");
  const pick = (event: FormEvent): void => {
    event.preventDefault();
    setAsking(false);
    void acts.pickHand(person, reason.trim());
  };
  if (picked) {
    return (
      <Button size="small" onClick={() => acts.unpickHand(person)} aria-label={t("unpickName", { name: person.name })}>
        {t("unpick")}
      </Button>
    );
  }
  return (
    <>
      <Button size="small" onClick={() => setAsking(true)} aria-label={t("pickName", { name: person.name })}>
        {t("pick")}
      </Button>
      <Dialog
        open={asking}
        onClose={() => setAsking(false)}
        title={t("pickTitle", { name: person.name })}
        closeLabel={t("close")}
      >
        <form onSubmit={pick} className="flex flex-col gap-5">
          <Field id="pick-reason" label={t("pickReason")} hint={t("pickHint")}>
            <Input
              id="pick-reason"
              value={reason}
              maxLength={MAX_PICK_REASON}
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
