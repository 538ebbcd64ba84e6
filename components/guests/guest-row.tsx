import { useFormatter, useTranslations } from "next-intl";
import { useState } from "react";
import { ConfirmAct } from "@/components/clubs/confirm-act";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { Tag } from "@/components/ui/tag";
import type { GuestView } from "@/lib/wire/guests/views";
import type { useGuestDesk } from "./use-guest-desk";

type GuestRowProps = { guest: GuestView; desk: ReturnType<typeof useGuestDesk> };

/** One guest: what they answered, whether another browser says that it is them, and what may be done. */
export function GuestRow({ guest, desk }: GuestRowProps) {
  const t = useTranslations("guests.desk");
  const states = useTranslations("guests.announced");
  const format = useFormatter();
  const [asks, setAsks] = useState(false);
  const { name, state, address, shown, claimedBy, steps } = guest;
  const last = steps.at(-1);
  return (
    <li className="flex flex-col gap-2 py-3">
      <p className="flex flex-wrap items-center gap-x-2.5 gap-y-1">
        <bdi className="written font-semibold">{name}</bdi>
        {state !== "revoked" && <Tag>{states(state)}</Tag>}
        {address && (
          <bdi dir="ltr" className="text-sm text-soft [overflow-wrap:anywhere]">
            {address}
          </bdi>
        )}
      </p>
      {last && (
        <p className="text-sm text-soft">
          {t(`steps.${last.kind}`)}
          {" · "}
          {format.dateTime(new Date(last.at), { dateStyle: "medium", timeStyle: "short" })}
        </p>
      )}
      {claimedBy && (
        <div role="alert" className="rounded-md border border-light bg-glow p-3">
          <p className="mb-2">{t("claimed", { name })}</p>
          <div className="flex flex-wrap gap-2">
            <Button onClick={() => desk.answerClaim(guest, true)}>{t("claimYes")}</Button>
            <Button onClick={() => desk.answerClaim(guest, false)}>{t("claimNo")}</Button>
          </div>
        </div>
      )}
      <Checkbox name={`shown-${guest.id}`} checked={shown} onSwitch={(on) => desk.show(guest, on)}>
        {t("shown")}
      </Checkbox>
      <div className="flex flex-wrap gap-2">
        {shown && <Button onClick={() => desk.copyPost(guest)}>{t("post")}</Button>}
        {address && <Button onClick={() => desk.mail(guest)}>{t("mail")}</Button>}
        <Button onClick={() => desk.replace(guest)}>{t("replace")}</Button>
        <Button look="quiet" onClick={() => setAsks(true)}>
          {t("revoke")}
        </Button>
      </div>
      <ConfirmAct
        open={asks}
        busy={desk.busy}
        title={t("revokeTitle", { name })}
        act={t("revoke")}
        onAct={() => {
          setAsks(false);
          desk.revoke(guest);
        }}
        onClose={() => setAsks(false)}
      >
        {t("revokeText")}
      </ConfirmAct>
    </li>
  );
}
