"use client";

import Link from "next/link";
import { useTranslations } from "next-intl";
import { Segments } from "@/components/ui/segments";
import { DIGEST_RHYTHMS } from "@/lib/domain/notifications/digest";
import type { NotificationSettingsView } from "@/lib/wire/notifications/views";

type Digest = NonNullable<NotificationSettingsView["digest"]>;

const RHYTHMS = ["never", ...DIGEST_RHYTHMS] as const;

type Choice = { rhythm: (typeof RHYTHMS)[number]; zone: string };

/** How often a mail tells me what I missed, by the clock of where I am now. Without a confirmed address: how I come by it. */
export function MailDigest({ digest, onChange }: { digest: Digest; onChange: (choice: Choice) => void }) {
  const t = useTranslations("notifications.settings.digest");
  const { rhythm, zone, address } = digest;
  if (address === null && rhythm === "never") {
    return (
      <p className="mt-5 border-t border-line pt-5">
        {t.rich("noAddress", {
          link: (text) => (
            <Link href="/settings/account" className="underline">
              {text}
            </Link>
          ),
        })}
      </p>
    );
  }
  const place = { address: address ?? "", zone: (zone ?? "").replaceAll("_", " ") };
  return (
    <div className="mt-5 border-t border-line pt-5">
      <Segments
        name="digest"
        label={t("label")}
        chosen={rhythm}
        options={RHYTHMS.map((value) => ({ value, text: t(value) }))}
        onChoose={(chosen) => onChange({ rhythm: chosen, zone: Intl.DateTimeFormat().resolvedOptions().timeZone })}
      />
      <p className="mt-2 px-1 text-sm text-soft">{rhythm === "never" ? t("off") : t("where", place)}</p>
    </div>
  );
}
