import type { Metadata } from "next";
import Link from "next/link";
import { NextIntlClientProvider } from "next-intl";
import { getMessages, getTranslations } from "next-intl/server";
import { ReportForm } from "@/components/reports/report-form";
import { callerOfPage } from "@/lib/server/callers/session";

type Props = { searchParams: Promise<{ about?: string | string[]; message?: string | string[] }> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("reports.form");
  return { title: t("title"), robots: { index: false } };
}

/** The form for reports, also for people without an account (Digital Services Act, Art. 16). */
export default async function ReportPage({ searchParams }: Props) {
  const { about, message } = await searchParams;
  const [caller, t, { common, refusals, reports }] = await Promise.all([
    callerOfPage(),
    getTranslations("reports.form"),
    getMessages(),
  ]);
  const number = typeof message === "string" && /^\d{1,15}$/.test(message) ? Number(message) : undefined;
  return (
    <div className="wrap-page max-w-2xl pb-28 pt-4 md:pt-10">
      <h1 className="mb-2 text-3xl font-bold md:text-4xl">{t("title")}</h1>
      <p className="mb-2 max-w-prose text-soft">{t("lead")}</p>
      <p className="mb-8">
        <Link href="/transparency" prefetch={false} className="text-soft underline">
          {t("toSums")}
        </Link>
      </p>
      <NextIntlClientProvider messages={{ common, refusals, reports }}>
        <ReportForm
          about={typeof about === "string" ? about.slice(0, 500) : ""}
          message={number}
          withoutAccount={caller?.kind !== "member"}
        />
      </NextIntlClientProvider>
    </div>
  );
}
