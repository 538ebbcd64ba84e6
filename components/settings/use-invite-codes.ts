"use client";

import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { useRefusalText } from "@/components/frame/use-refusal-text";
import { copyText } from "@/components/ui/copy-text";
import { toast } from "@/components/ui/toast";
import { call } from "@/lib/client/call";
import type { InviteCodeList, InviteCodeView } from "@/lib/wire/invite-codes/views";

/** One's invite codes: made, copied, taken back, and how many people they may still be for. */
export function useInviteCodes(initial: InviteCodeList) {
  const t = useTranslations("account.invites");
  const common = useTranslations("common");
  const refusalText = useRefusalText();
  const [{ codes, left }, setList] = useState(initial);
  const [busy, setBusy] = useState(false);

  const make = async (event: FormEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault();
    const fields = new FormData(event.currentTarget);
    setBusy(true);
    const input = { uses: Number(fields.get("uses")), days: Number(fields.get("days")) };
    const answer = await call("POST /api/me/invite-codes", { input });
    setBusy(false);
    if (!answer.ok) return toast(refusalText(answer));
    setList({ codes: [answer.value.code, ...codes], left: answer.value.left });
  };
  const revoke = async ({ id }: InviteCodeView): Promise<void> => {
    const answer = await call("DELETE /api/me/invite-codes/:codeId", { params: { codeId: id } });
    if (!answer.ok) return toast(refusalText(answer));
    setList((now) => ({ codes: now.codes.filter((code) => code.id !== id), left: answer.value.left }));
    toast(t("revoked"));
  };
  const copy = async ({ url }: InviteCodeView): Promise<void> => {
    toast((await copyText(url)) ? t("copied") : common("notCopied"));
  };
  return {
    codes,
    left,
    busy,
    make: (event: FormEvent<HTMLFormElement>) => void make(event),
    revoke: (code: InviteCodeView) => void revoke(code),
    copy: (code: InviteCodeView) => void copy(code),
  };
}
