import { useTranslations } from "next-intl";
import { type FormEvent, useEffect, useState } from "react";
import { useRefusalText } from "@/components/frame/use-refusal-text";
import { copyText } from "@/components/ui/copy-text";
import { toast } from "@/components/ui/toast";
import { inviteLinksApi } from "@/lib/client/invites/invite-links-api";
import type { InviteLinkView } from "@/lib/wire/invites/views";

/** A room's invitation links: read when the dialog opens, made, shown once and revoked. */
export function useInviteLinks(roomId: string, open: boolean) {
  const t = useTranslations("invitations");
  const common = useTranslations("common");
  const sayRefusal = useRefusalText();
  const [links, setLinks] = useState<InviteLinkView[]>([]);
  const [freshUrl, setFreshUrl] = useState("");
  const [busy, setBusy] = useState(false);
  useEffect(() => {
    if (!open) return setFreshUrl("");
    void inviteLinksApi.readInviteLinks(roomId).then((answer) => answer.ok && setLinks(answer.value.links));
  }, [roomId, open]);

  const make = async (event: FormEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const role = form.get("role") === "speaker" ? "speaker" : "listener";
    setBusy(true);
    const input = { role, hours: Number(form.get("hours")), maxUses: Number(form.get("maxUses")) } as const;
    const answer = await inviteLinksApi.makeInviteLink(roomId, input);
    setBusy(false);
    if (!answer.ok) return toast(sayRefusal(answer));
    setLinks((now) => [answer.value.link, ...now]);
    setFreshUrl(answer.value.url);
  };
  const revoke = async (link: InviteLinkView): Promise<void> => {
    const answer = await inviteLinksApi.revokeInviteLink(roomId, link.id);
    if (!answer.ok) return toast(sayRefusal(answer));
    setFreshUrl("");
    const revokedAt = new Date().toISOString();
    setLinks((now) => now.map((one) => (one.id === link.id ? { ...one, revokedAt } : one)));
  };
  const copy = async (): Promise<void> => {
    const done = await copyText(freshUrl);
    toast(done ? t("copied") : common("notCopied"));
  };
  return { links, freshUrl, busy, make, revoke, copy };
}
