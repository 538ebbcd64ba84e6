import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { NextIntlClientProvider } from "next-intl";
import { getMessages, getTranslations } from "next-intl/server";
import { DecisionCard } from "@/components/reports/decision-card";
import { readDecisionKey } from "@/lib/server/callers/decision-key";
import { decision } from "@/lib/server/queries/reports/decision";

type Props = { params: Promise<{ key: string }> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("reports.decision");
  return { title: t("title"), robots: { index: false }, referrer: "no-referrer" };
}

/** What became of a report, for whoever has the key of it: who reported, or whom it is about. */
export default async function DecisionPage({ params }: Props) {
  const { key } = await params;
  const read = readDecisionKey(key);
  const view = read && (await decision(read, new Date()));
  if (!view) notFound();
  const { common, refusals, reports } = await getMessages();
  return (
    <div className="wrap-page max-w-2xl pb-28 pt-4 md:pt-10">
      <NextIntlClientProvider messages={{ common, refusals, reports }}>
        <DecisionCard decisionKey={key} view={view} />
      </NextIntlClientProvider>
    </div>
  );
}
