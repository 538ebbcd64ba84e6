import { NextIntlClientProvider } from "next-intl";
import { getLocale, getMessages } from "next-intl/server";
import type { ReactNode } from "react";
import { EarlyTaps } from "@/components/frame/early-taps";
import { directionOf } from "@/lib/i18n/locales";
import { fontClasses } from "./fonts";

/** Around the player in another site's frame: nothing of ours but the look, and nobody who is signed in. The page around it has the landmarks. */
export async function EmbedLayout({ children }: { children: ReactNode }) {
  const [locale, { common, refusals, embed }] = await Promise.all([getLocale(), getMessages()]);
  return (
    <html lang={locale} dir={directionOf(locale)} className={fontClasses(locale)}>
      <body className="font-sans">
        <EarlyTaps />
        <NextIntlClientProvider messages={{ common, refusals, embed }}>{children}</NextIntlClientProvider>
      </body>
    </html>
  );
}
