import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { NextIntlClientProvider } from "next-intl";
import { getLocale, getMessages, getTranslations } from "next-intl/server";
import { NewClub } from "@/components/clubs/new-club";
import { callerOfPage } from "@/lib/server/callers/session";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("clubs");
  return { title: t("foundHeading"), robots: { index: false } };
}

export default async function NewClubPage() {
  const caller = await callerOfPage();
  if (caller?.kind !== "member") redirect("/sign-in?next=/clubs/new");
  const [t, locale, { common, refusals, clubs }] = await Promise.all([
    getTranslations("clubs"),
    getLocale(),
    getMessages(),
  ]);
  return (
    <div className="wrap-page max-w-2xl pb-28 pt-4">
      <h1 className="text-3xl font-bold md:text-4xl">{t("foundHeading")}</h1>
      <p className="mb-8 mt-1 text-soft">{t("foundText")}</p>
      <NextIntlClientProvider messages={{ common, refusals, clubs }}>
        <NewClub language={locale} />
      </NextIntlClientProvider>
    </div>
  );
}
