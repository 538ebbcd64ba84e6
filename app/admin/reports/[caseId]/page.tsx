import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { NextIntlClientProvider } from "next-intl";
import { getMessages, getTranslations } from "next-intl/server";
import { ReportCase } from "@/components/admin/reports/report-case";
import { callerOfPage } from "@/lib/server/callers/session";
import { reportCase } from "@/lib/server/queries/reports/report-case";

type Props = { params: Promise<{ caseId: string }> };

export async function generateMetadata(): Promise<Metadata> {
  const caller = await callerOfPage();
  if (!caller?.admin) return {};
  return { title: (await getTranslations("reports.queue"))("title"), robots: { index: false } };
}

/** One case, for admins; for everyone else there is no such page. */
export default async function CasePage({ params }: Props) {
  const caller = await callerOfPage();
  const one = await reportCase(caller, (await params).caseId);
  if (!one || !caller) notFound();
  const [t, { common, refusals, reports }] = await Promise.all([getTranslations("reports.queue"), getMessages()]);
  return (
    <div className="wrap-page max-w-4xl pb-28 pt-4 md:pt-10">
      <p className="mb-2">
        <Link href="/admin/reports" className="text-soft underline">
          {t("title")}
        </Link>
      </p>
      <NextIntlClientProvider messages={{ common, refusals, reports }}>
        <ReportCase one={one} myId={caller.id} />
      </NextIntlClientProvider>
    </div>
  );
}
