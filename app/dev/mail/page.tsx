import type { Metadata } from "next";
import { headers } from "next/headers";
import { notFound } from "next/navigation";
import { getFormatter, getTranslations } from "next-intl/server";
import { Empty } from "@/components/ui/empty";
import { devMail } from "@/lib/server/mail/dev-mail";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("signIn");
  return { title: t("devMailTitle"), robots: { index: false } };
}

/** The mail of local mode without a mail server; on every other instance this page does not exist. */
export default async function DevMailPage() {
  const mails = await devMail(await headers());
  if (!mails) notFound();
  const [t, format] = await Promise.all([getTranslations("signIn"), getFormatter()]);
  return (
    <div className="wrap-page max-w-2xl pb-28 pt-4 md:pt-10">
      <h1 className="text-3xl font-bold md:text-4xl">{t("devMailTitle")}</h1>
      <p className="mb-8 mt-1 text-soft">{t("devMailLead")}</p>
      {mails.length === 0 && <Empty title={t("devMailNone")} text={t("devMailNoneHint")} />}
      <ol className="flex flex-col gap-4">
        {mails.map(({ id, to, subject, text, sentAt }) => (
          <li key={id}>
            <article className="rounded-lg border border-line bg-card p-5">
              <h2 className="text-lg font-semibold">{subject}</h2>
              <p className="text-sm text-soft">
                {t("devMailTo", { email: to })} ·{" "}
                <time dateTime={sentAt}>
                  {format.dateTime(new Date(sentAt), { dateStyle: "medium", timeStyle: "short" })}
                </time>
              </p>
              <p className="mt-4 whitespace-pre-line">{text}</p>
            </article>
          </li>
        ))}
      </ol>
    </div>
  );
}
