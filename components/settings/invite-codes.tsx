"use client";

import { useFormatter, useTranslations } from "next-intl";
import type { FormEvent } from "react";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { INVITES_OF_MEMBER, MAX_USES } from "@/lib/domain/invite-codes/invite-code";
import type { InviteCodeList, InviteCodeView } from "@/lib/wire/invite-codes/views";
import { useInviteCodes } from "./use-invite-codes";

/** By what one brings others here: the open invitations, and a new one. */
export function InviteCodes({ initial }: { initial: InviteCodeList }) {
  const t = useTranslations("account.invites");
  const { codes, left, busy, make, revoke, copy } = useInviteCodes(initial);
  return (
    <div className="flex flex-col gap-6">
      {codes.length === 0 ? (
        <p className="text-soft">{t("none")}</p>
      ) : (
        <ul aria-label={t("list")} className="flex flex-col">
          {codes.map((code) => (
            <Invitation key={code.id} invitation={code} onCopy={() => copy(code)} onRevoke={() => revoke(code)} />
          ))}
        </ul>
      )}
      <p role="status">{left === null ? t("unlimited") : t("left", { left, most: INVITES_OF_MEMBER })}</p>
      {left !== 0 && <MakeForm left={left} busy={busy} onMake={make} />}
    </div>
  );
}

type InvitationProps = { invitation: InviteCodeView; onCopy: () => void; onRevoke: () => void };

function Invitation({ invitation: { code, uses, maxUses, expiresAt }, onCopy, onRevoke }: InvitationProps) {
  const t = useTranslations("account.invites");
  const format = useFormatter();
  const date = format.dateTime(new Date(expiresAt), { dateStyle: "medium" });
  return (
    <li className="flex flex-wrap items-center gap-3 border-line py-3 not-first:border-t">
      <p className="min-w-0 flex-1 basis-44">
        <bdi dir="ltr" className="block font-mono font-semibold side-of-parent">
          {code}
        </bdi>
        <span className="block text-sm text-soft">
          {t("uses", { uses, max: maxUses })} · {t("until", { date })}
        </span>
      </p>
      <Button size="small" aria-label={t("copyNamed", { code })} onClick={onCopy}>
        {t("copy")}
      </Button>
      <Button look="end" size="small" aria-label={t("revokeNamed", { code })} onClick={onRevoke}>
        {t("revoke")}
      </Button>
    </li>
  );
}

type MakeFormProps = { left: number | null; busy: boolean; onMake: (event: FormEvent<HTMLFormElement>) => void };

function MakeForm({ left, busy, onMake }: MakeFormProps) {
  const t = useTranslations("account.invites");
  return (
    <form onSubmit={onMake} className="flex flex-col gap-4 border-t border-line pt-6">
      <div className="grid gap-4 xs:grid-cols-2">
        <Field id="invite-uses" label={t("people")}>
          <Input
            id="invite-uses"
            name="uses"
            type="number"
            inputMode="numeric"
            min={1}
            max={left ?? MAX_USES}
            required
            defaultValue={1}
          />
        </Field>
        <Field id="invite-days" label={t("days")}>
          <Select
            id="invite-days"
            name="days"
            defaultValue="14"
            options={[1, 7, 14, 90].map((days) => ({ value: String(days), text: t("daysOf", { count: days }) }))}
          />
        </Field>
      </div>
      <Button type="submit" look="act" busy={busy} className="self-start">
        {t("make")}
      </Button>
    </form>
  );
}
