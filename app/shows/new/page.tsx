import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { NextIntlClientProvider } from "next-intl";
import { getLocale, getMessages, getTimeZone, getTranslations } from "next-intl/server";
import { knownZones } from "@/app/shows/zones";
import { NewShow } from "@/components/shows/plan/new-show";
import { callerOfPage } from "@/lib/server/callers/session";
import { myClubs } from "@/lib/server/queries/clubs/clubs";
import { clockAt } from "@/lib/server/shows/moment-of";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("shows");
  return { title: t("newHeading"), robots: { index: false } };
}

const DAY_MS = 24 * 60 * 60_000;

export default async function NewShowPage() {
  const caller = await callerOfPage();
  if (caller?.kind !== "member") redirect("/sign-in?next=/shows/new");
  const [t, locale, zone, { common, refusals, shows, newRoom }, mine] = await Promise.all([
    getTranslations("shows"),
    getLocale(),
    getTimeZone(),
    getMessages(),
    myClubs(caller),
  ]);
  const clubs = mine.filter(({ role }) => role !== null).map(({ id, handle, name }) => ({ id, handle, name }));
  const tomorrow = clockAt(new Date(Date.now() + DAY_MS), zone).slice(0, 10);
  return (
    <div className="wrap-page max-w-2xl pb-28 pt-4">
      <h1 className="text-3xl font-bold md:text-4xl">{t("newHeading")}</h1>
      <p className="mb-8 mt-1 text-soft">{t("newText")}</p>
      <NextIntlClientProvider messages={{ common, refusals, shows, newRoom: { kind: newRoom.kind } }}>
        <NewShow language={locale} zone={zone} firstAt={`${tomorrow}T20:00`} zones={knownZones()} clubs={clubs} />
      </NextIntlClientProvider>
    </div>
  );
}
