import type { Metadata, Viewport } from "next";
import { cookies, headers } from "next/headers";
import { NextIntlClientProvider } from "next-intl";
import { getLocale, getMessages, getTimeZone, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { EarlyTaps } from "@/components/frame/early-taps";
import { MembersPingCards } from "@/components/frame/for-members";
import { Header } from "@/components/frame/header";
import { KeepTimeZone } from "@/components/frame/keep-time-zone";
import { LateKeepers } from "@/components/frame/late-parts";
import { LeaverPage } from "@/components/frame/leaver-page";
import { Translatable } from "@/components/frame/translatable";
import { WatchLayers } from "@/components/frame/watch-layers";
import { InstallOffer } from "@/components/install/install-offer";
import { RoomProvider } from "@/components/room/room-provider";
import { Toasts } from "@/components/ui/toast";
import { keepableUntil } from "@/lib/domain/people/giving-up";
import { env } from "@/lib/env";
import { directionOf, LOCALE_COOKIE, LOCALES } from "@/lib/i18n/locales";
import { chooseTheme, THEME_COOKIE } from "@/lib/i18n/theme";
import { TIME_ZONE_COOKIE } from "@/lib/i18n/time-zone";
import { leaverOfPage, viewer } from "@/lib/server/callers/session";
import { EMBED_HEADER } from "@/lib/server/http/embed-header";
import { EmbedLayout } from "./embed-layout";
import { fontClasses } from "./fonts";
import "./globals.css";

/** Every page carries the nonce of its own request, so none is made beforehand. */
export const dynamic = "force-dynamic";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("common");
  return {
    metadataBase: new URL(env().PLENUM_URL),
    title: { default: t("plenum"), template: `%s · ${t("plenum")}` },
    description: t("tagline"),
    openGraph: { siteName: t("plenum"), type: "website" },
  };
}

export const viewport: Viewport = {
  viewportFit: "cover",
  // The keyboard of a phone makes the page smaller, so that what stands at its bottom stays in view.
  interactiveWidget: "resizes-content",
  themeColor: [
    { media: "(prefers-color-scheme: light)", color: "#f6f2e9" },
    { media: "(prefers-color-scheme: dark)", color: "#0a0e15" },
  ],
};

export default async function RootLayout({ children }: { children: ReactNode }) {
  if ((await headers()).get(EMBED_HEADER) === "1") return <EmbedLayout>{children}</EmbedLayout>;
  const [locale, messages, timeZone, t, ofInstall, me, leaver, chosen] = await Promise.all([
    getLocale(),
    getMessages(),
    getTimeZone(),
    getTranslations("common"),
    getTranslations("install"),
    // With the database away the frame still stands, and the page inside it says so.
    viewer().catch(() => null),
    leaverOfPage().catch(() => null),
    cookies(),
  ]);
  const theme = chooseTheme(chosen.get(THEME_COOKIE)?.value);
  const { account, common, refusals, hallway, room, pings, search, bell } = messages;
  return (
    <html lang={locale} dir={directionOf(locale)} data-theme={theme} className={fontClasses(locale)}>
      <body className="font-sans">
        <EarlyTaps />
        <a
          href="#main"
          className="fixed start-4 top-2 z-50 -translate-y-20 rounded-full bg-act px-5 py-3 font-semibold text-on-act focus:translate-y-0"
        >
          {t("skip")}
        </a>
        <NextIntlClientProvider messages={{ common, refusals, hallway, room, pings, search, bell }}>
          {!leaver && (
            <Header
              viewer={me}
              preferences={{
                locale: { cookie: LOCALE_COOKIE, chosen: locale, all: LOCALES },
                theme: { cookie: THEME_COOKIE, chosen: theme },
              }}
            />
          )}
          {leaver ? (
            <main id="main" tabIndex={-1} className="outline-none">
              <NextIntlClientProvider messages={{ account, common, refusals }}>
                <LeaverPage until={keepableStill(leaver.givenUpAt)} />
              </NextIntlClientProvider>
            </main>
          ) : (
            <RoomProvider viewer={me}>
              <main id="main" tabIndex={-1} className="outline-none">
                {children}
              </main>
            </RoomProvider>
          )}
          {me && !leaver && !me.isGuest && <MembersPingCards />}
          <Toasts />
          <WatchLayers />
          <Translatable />
          <LateKeepers memberId={me && !me.isGuest ? me.id : null} />
          <InstallOffer
            texts={{
              title: ofInstall("title"),
              text: ofInstall("text"),
              install: ofInstall("install"),
              notNow: ofInstall("notNow"),
            }}
          />
          <KeepTimeZone cookie={TIME_ZONE_COOKIE} known={timeZone} />
        </NextIntlClientProvider>
      </body>
    </html>
  );
}

/** Until when an account that was given up then can be kept; null once it cannot. */
function keepableStill(givenUpAt: Date): string | null {
  const until = keepableUntil(givenUpAt);
  return until > new Date() ? until.toISOString() : null;
}
