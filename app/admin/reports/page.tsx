import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { ReportQueue } from "@/components/admin/reports/report-queue";
import { callerOfPage } from "@/lib/server/callers/session";
import { reportQueue } from "@/lib/server/queries/reports/report-queue";
import { reportQueueInput } from "@/lib/wire/reports/inputs";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata(): Promise<Metadata> {
  const caller = await callerOfPage();
  if (!caller?.admin) return {};
  return { title: (await getTranslations("reports.queue"))("title"), robots: { index: false } };
}

/** What was reported, for admins; for everyone else there is no such page. */
export default async function ReportsPage({ searchParams }: Props) {
  const asked = reportQueueInput.safeParse(await searchParams);
  const { show, after } = asked.success ? asked.data : { show: "open" as const, after: undefined };
  const queue = await reportQueue(await callerOfPage(), { show, after });
  if (!queue) notFound();
  const t = await getTranslations("reports.queue");
  return (
    <div className="wrap-page pb-28 pt-4 md:pt-10">
      <p className="mb-2">
        <Link href="/admin" className="text-soft underline">
          {t("toAdmin")}
        </Link>
      </p>
      <h1 className="mb-6 text-3xl font-bold md:text-4xl">{t("title")}</h1>
      <ReportQueue queue={queue} show={show} />
    </div>
  );
}
