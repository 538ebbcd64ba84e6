import type { Metadata } from "next";
import { cookies } from "next/headers";
import Link from "next/link";
import { redirect } from "next/navigation";
import { NextIntlClientProvider } from "next-intl";
import { getLocale, getMessages, getTranslations } from "next-intl/server";
import { NotificationsSection } from "@/app/settings/notifications-section";
import { NameLink } from "@/components/frame/name-link";
import { Preferences } from "@/components/frame/preferences";
import { AccessTokens } from "@/components/settings/access-tokens";
import { ProfileSwitch } from "@/components/settings/profile-switch";
import { Section } from "@/components/settings/section";
import { SignOut } from "@/components/settings/sign-out";
import { buttonClass } from "@/components/ui/button";
import { Portrait } from "@/components/ui/portrait";
import { LOCALE_COOKIE, LOCALES } from "@/lib/i18n/locales";
import { chooseTheme, THEME_COOKIE } from "@/lib/i18n/theme";
import { callerOfPage, viewer } from "@/lib/server/callers/session";
import { myWishes } from "@/lib/server/queries/people/my-wishes";
import { accessTokens } from "@/lib/server/queries/sign-in/access-tokens";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("settings");
  return { title: t("title"), robots: { index: false } };
}

export default async function SettingsPage() {
  const [caller, me] = await Promise.all([callerOfPage(), viewer()]);
  if (caller?.kind !== "member" || !me) redirect("/sign-in?next=/settings");
  const [t, locale, chosen, tokens, wishes, messages] = await Promise.all([
    getTranslations("settings"),
    getLocale(),
    cookies(),
    accessTokens(caller.id),
    myWishes(caller),
    getMessages(),
  ]);
  const { common, refusals, settings } = messages;
  return (
    <div className="wrap-page max-w-2xl pb-28 pt-4 md:pt-10">
      <h1 className="mb-8 text-3xl font-bold md:text-4xl">{t("title")}</h1>
      <NextIntlClientProvider messages={{ common, refusals, settings }}>
        <div className="flex flex-col gap-6">
          <Section title={t("profileTitle")} lead={t("profileLead")}>
            <div className="flex flex-wrap items-center gap-4">
              <Portrait seed={me.portraitSeed} hat={me.isNew} className="size-14" />
              <p className="min-w-0 flex-1 basis-40">
                <NameLink person={me} className="block font-semibold" />
                <span className="block text-sm text-soft">@{me.handle}</span>
              </p>
              <Link href={`/people/${me.handle}`} className={buttonClass()}>
                {t("toProfile")}
              </Link>
            </div>
            {wishes.hat && (
              <div className="mt-4">
                <ProfileSwitch wish="hideHat" initial={wishes.hideHat} />
              </div>
            )}
          </Section>
          <Section title={t("appearanceTitle")} lead={t("appearanceLead")}>
            <Preferences
              values={{
                locale: { cookie: LOCALE_COOKIE, chosen: locale, all: LOCALES },
                theme: { cookie: THEME_COOKIE, chosen: chooseTheme(chosen.get(THEME_COOKIE)?.value) },
              }}
            />
          </Section>
          <Section title={t("quietTitle")} lead={t("quietLead")}>
            <ProfileSwitch wish="quiet" initial={wishes.quiet} />
          </Section>
          <NotificationsSection caller={caller} />
          <Section title={t("sessionsTitle")} lead={t("sessionsLead")}>
            <SignOut />
          </Section>
          <Section title={t("tokensTitle")} lead={t("tokensLead")}>
            <AccessTokens initial={tokens} />
          </Section>
        </div>
      </NextIntlClientProvider>
    </div>
  );
}
