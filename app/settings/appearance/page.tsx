import { cookies } from "next/headers";
import { NextIntlClientProvider } from "next-intl";
import { getLocale, getMessages, getTranslations } from "next-intl/server";
import { memberOfPage } from "@/app/settings/member";
import { Preferences } from "@/components/frame/preferences";
import { Section } from "@/components/settings/section";
import { SoundHere } from "@/components/settings/sound-here";
import { LOCALE_COOKIE, LOCALES } from "@/lib/i18n/locales";
import { chooseTheme, THEME_COOKIE } from "@/lib/i18n/theme";

/** How Plenum looks and sounds in this browser. */
export default async function AppearancePage() {
  await memberOfPage("/settings/appearance");
  const [t, account, locale, chosen, { common, room, sound }] = await Promise.all([
    getTranslations("settings"),
    getTranslations("account"),
    getLocale(),
    cookies(),
    getMessages(),
  ]);
  return (
    <>
      <Section title={t("appearanceTitle")} lead={t("appearanceLead")}>
        <Preferences
          values={{
            locale: { cookie: LOCALE_COOKIE, chosen: locale, all: LOCALES },
            theme: { cookie: THEME_COOKIE, chosen: chooseTheme(chosen.get(THEME_COOKIE)?.value) },
          }}
        />
      </Section>
      <Section title={account("sound.title")} lead={account("sound.lead")}>
        <NextIntlClientProvider messages={{ common, room, sound }}>
          <SoundHere />
        </NextIntlClientProvider>
      </Section>
    </>
  );
}
