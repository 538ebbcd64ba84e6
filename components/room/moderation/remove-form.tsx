import { useTranslations } from "next-intl";
import { useState } from "react";
import { useRoomScene } from "@/components/room/room-context";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { useSaid } from "@/components/ui/name";
import { type GuestsAfterRemoval, MAX_REASON } from "@/lib/domain/moderation/removal";
import type { PersonFace } from "@/lib/wire/people/views";

type RemoveFormProps = {
  person: PersonFace;
  onRemove: (reason: string, guests: GuestsAfterRemoval) => void;
};

/** Asks once more before somebody is removed, and says of each choice how far it really keeps them out. */
export function RemoveForm({ person, onRemove }: RemoveFormProps) {
  const { view, may } = useRoomScene();
  const { room } = view;
  const t = useTranslations("room");
  const [reason, setReason] = useState("");
  const [guests, setGuests] = useState<GuestsAfterRemoval>(room.guestsAllowed ? "not_from_there" : "as_before");
  const choices: GuestsAfterRemoval[] = ["not_from_there", "as_before"];
  if (may("editRoom") && !room.family) choices.splice(1, 0, "members_only");
  const name = useSaid()(person);
  return (
    <>
      <p className="written mt-2 text-sm">{t(person.isGuest ? "remove.guestText" : "remove.text", { name })}</p>
      {room.guestsAllowed ? (
        <fieldset className="text-sm">
          <legend className="pb-1 font-semibold">{t("remove.guests")}</legend>
          {choices.map((choice) => (
            <label key={choice} className="flex min-h-11 cursor-pointer items-start gap-3 py-1.5">
              <input
                type="radio"
                name="remove-guests"
                value={choice}
                checked={guests === choice}
                onChange={() => setGuests(choice)}
                className="mt-0.5 size-5 shrink-0 accent-ink"
              />
              <span>
                <span className="block">{t(`remove.choices.${choice}.title`)}</span>
                <span className="block text-soft">{t(`remove.choices.${choice}.text`)}</span>
              </span>
            </label>
          ))}
        </fieldset>
      ) : (
        <p className="text-sm text-soft">{t("remove.membersOnly")}</p>
      )}
      <Field id="remove-reason" label={t("moderation.reason")} hint={t("moderation.reasonHint")}>
        <Input
          id="remove-reason"
          value={reason}
          characters={MAX_REASON}
          onChange={(event) => setReason(event.target.value)}
        />
      </Field>
      <Button look="end" onClick={() => onRemove(reason, guests)}>
        {t("remove.confirm")}
      </Button>
    </>
  );
}
