import type { Metadata } from "next";
import Link from "next/link";
import { getFormatter, getTranslations } from "next-intl/server";
import { transparency } from "@/lib/server/queries/reports/transparency";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("reports.transparency");
  return { title: t("title") };
}

/** What was reported and decided, month by month, for everybody. Read anew at each visit. */
export const dynamic = "force-dynamic";

export default async function TransparencyPage() {
  const [months, t, words, queue, format] = await Promise.all([
    transparency(new Date()),
    getTranslations("reports.transparency"),
    getTranslations("reports.form"),
    getTranslations("reports.queue"),
    getFormatter(),
  ]);
  return (
    <div className="wrap-page max-w-3xl pb-28 pt-4 md:pt-10">
      <h1 className="mb-2 text-3xl font-bold md:text-4xl">{t("title")}</h1>
      <p className="mb-2 max-w-prose text-soft">{t("lead")}</p>
      <p className="mb-8">
        <Link href="/report" className="underline">
          {t("toForm")}
        </Link>
      </p>
      {months.length === 0 && <p className="text-soft">{t("none")}</p>}
      {months.map(({ month, reports, decisions, appeals, overturned }) => (
        <section key={month} className="mb-8">
          <h2 className="text-xl font-bold">
            {format.dateTime(new Date(`${month}-01T00:00:00Z`), { month: "long", year: "numeric", timeZone: "UTC" })}
          </h2>
          <p className="mb-2 text-soft">{t("sum", { reports, appeals, overturned })}</p>
          {decisions.length > 0 && (
            <table className="w-full tabular-nums">
              <thead>
                <tr className="text-sm text-soft">
                  {[t("ground"), t("measure"), t("count")].map((name) => (
                    <th key={name} scope="col" className="py-2 pe-3 text-start font-normal">
                      {name}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {decisions.map(({ ground, measure, count }) => (
                  <tr key={`${ground} ${measure}`} className="border-t border-line">
                    <td className="py-2 pe-3">
                      {ground === "nothing_found" ? t("nothingFound") : words(`reasons.${ground}`)}
                    </td>
                    <td className="py-2 pe-3">{queue(`measures.${measure}`)}</td>
                    <td className="py-2 font-semibold">{format.number(count)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          )}
        </section>
      ))}
    </div>
  );
}
