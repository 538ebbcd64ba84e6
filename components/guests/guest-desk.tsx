"use client";

import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { controlClass, Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import type { FreshGuestLink } from "@/lib/wire/guests/views";
import { GuestRow } from "./guest-row";
import { useGuestDesk } from "./use-guest-desk";

/** For those who lead an episode: who is invited to its stage, and what became of it. */
export function GuestDesk({ episodeId }: { episodeId: string }) {
  const t = useTranslations("guests.desk");
  const desk = useGuestDesk(episodeId);
  return (
    <div data-testid="guest-desk">
      <p className="mb-3 text-sm text-soft">{t("text")}</p>
      {desk.guests.length > 0 && (
        <ul className="mb-4 flex flex-col divide-y divide-line border-y border-line">
          {desk.guests.map((guest) => (
            <GuestRow key={guest.id} guest={guest} desk={desk} />
          ))}
        </ul>
      )}
      {desk.fresh && <FreshLink fresh={desk.fresh} onCopy={desk.copy} />}
      <form onSubmit={desk.invite} className="flex flex-col gap-3">
        <div className="grid gap-3 sm:grid-cols-2">
          <Field id="guest-whom" label={t("whom")} hint={t("whomHint")}>
            <Input id="guest-whom" name="whom" required maxLength={60} />
          </Field>
          <Field id="guest-address" label={t("address")} hint={t("addressHint")}>
            <Input id="guest-address" name="address" type="email" maxLength={254} />
          </Field>
        </div>
        <Checkbox name="accountNeeded" checked={false}>
          {t("accountNeeded")}
        </Checkbox>
        <Button type="submit" look="act" busy={desk.busy} className="self-start">
          {t("invite")}
        </Button>
      </form>
    </div>
  );
}

/** The only time that a link is shown whole. */
function FreshLink({ fresh, onCopy }: { fresh: FreshGuestLink; onCopy: () => void }) {
  const t = useTranslations("guests.desk");
  return (
    <div role="status" className="mb-4 flex flex-col gap-2 rounded-md bg-glow p-4">
      <label htmlFor="fresh-guest-link" className="font-semibold">
        {t("fresh", { name: fresh.guest.name })}
      </label>
      <input
        id="fresh-guest-link"
        readOnly
        dir="ltr"
        value={fresh.url}
        onFocus={(event) => event.currentTarget.select()}
        className={`${controlClass} font-mono text-sm!`}
      />
      <p className="text-sm">{t(fresh.mailed ? "mailed" : "once")}</p>
      <Button look="act" onClick={onCopy} className="self-start">
        {t("copy")}
      </Button>
    </div>
  );
}
