import { useFormatter, useTranslations } from "next-intl";
import { useRoomId } from "@/components/room/room-context";
import { Button } from "@/components/ui/button";
import { Choices } from "@/components/ui/choices";
import { controlClass, Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Dialog } from "@/components/ui/layers/dialog";
import { useSaid } from "@/components/ui/name";
import { Select } from "@/components/ui/select";
import type { InviteLinkView } from "@/lib/wire/invites/views";
import { useInviteLinks } from "./use-invite-links";

type InviteLinksDialogProps = { open: boolean; onClose: () => void };

/** For those who lead a room: links that let people in, and to the stage. */
export function InviteLinksDialog({ open, onClose }: InviteLinksDialogProps) {
  const t = useTranslations("invitations");
  const common = useTranslations("common");
  const { links, freshUrl, busy, make, revoke, copy } = useInviteLinks(useRoomId(), open);
  return (
    <Dialog open={open} onClose={onClose} title={t("title")} closeLabel={common("close")}>
      <form onSubmit={make} className="flex flex-col gap-4">
        <Choices
          name="role"
          label={t("for")}
          chosen="listener"
          options={(["listener", "speaker"] as const).map((role) => ({
            value: role,
            text: t(`roles.${role}`),
            hint: t(`hints.${role}`),
          }))}
        />
        <div className="grid gap-4 xs:grid-cols-2">
          <Field id="link-hours" label={t("validFor")}>
            <Select
              id="link-hours"
              name="hours"
              defaultValue="24"
              options={[1, 24, 168, 720].map((hours) => ({
                value: String(hours),
                text: hours < 24 ? t("hours", { count: hours }) : t("days", { count: hours / 24 }),
              }))}
            />
          </Field>
          <Field id="link-uses" label={t("people")}>
            <Input id="link-uses" name="maxUses" type="number" min={1} max={10_000} required defaultValue={1} />
          </Field>
        </div>
        <Button type="submit" look="act" busy={busy}>
          {t("make")}
        </Button>
      </form>
      {freshUrl !== "" && (
        <div role="status" className="flex flex-col gap-3 rounded-md bg-glow p-4">
          <label htmlFor="fresh-link" className="font-semibold">
            {t("fresh")}
          </label>
          <input
            id="fresh-link"
            readOnly
            value={freshUrl}
            onFocus={(event) => event.currentTarget.select()}
            className={`${controlClass} font-mono text-sm!`}
          />
          <p className="text-sm">{t("once")}</p>
          <Button look="act" onClick={copy} className="self-start">
            {t("copy")}
          </Button>
        </div>
      )}
      {links.length > 0 && (
        <ul aria-label={t("list")} className="flex flex-col divide-y divide-line border-t border-line">
          {links.map((link) => (
            <LinkRow key={link.id} link={link} onRevoke={() => void revoke(link)} />
          ))}
        </ul>
      )}
    </Dialog>
  );
}

function LinkRow({ link, onRevoke }: { link: InviteLinkView; onRevoke: () => void }) {
  const t = useTranslations("invitations");
  const said = useSaid();
  const format = useFormatter();
  const until = format.dateTime(new Date(link.expiresAt), { dateStyle: "medium", timeStyle: "short" });
  return (
    <li className="flex flex-wrap items-center gap-3 py-3">
      <p className="min-w-40 flex-1">
        <span className="block font-semibold">{t(`roles.${link.role}`)}</span>
        <span className="block text-sm text-soft">
          {t("uses", { uses: link.uses, max: link.maxUses })} · {link.revokedAt ? t("revoked") : t("until", { until })}
        </span>
        {link.madeBy && (
          <span className="written block text-sm text-soft">{t("madeBy", { name: said(link.madeBy) })}</span>
        )}
      </p>
      {!link.revokedAt && (
        <Button look="end" size="small" onClick={onRevoke}>
          {t("revoke")}
        </Button>
      )}
    </li>
  );
}
