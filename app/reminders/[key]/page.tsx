import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { NextIntlClientProvider } from "next-intl";
import { getMessages, getTranslations } from "next-intl/server";
import { EndMailReminders } from "@/components/reminders/mail-reminder";
import { isolated } from "@/lib/domain/text/isolated";
import { holderOfEndKey } from "@/lib/server/mail/reminder-key";
import { mailReminderById } from "@/lib/server/queries/reminders/mail-reminder";

type Props = { params: Promise<{ key: string }> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("reminders.end");
  return { title: t("title"), robots: { index: false }, referrer: "no-referrer" };
}

/** Where the last link of each mail leads. Looking at it ends nothing. */
export default async function EndRemindersPage({ params }: Props) {
  const { key } = await params;
  const holder = holderOfEndKey(key);
  if (!holder) notFound();
  const about = holder.who === "address" ? await mailReminderById(holder.id) : null;
  const [t, { common, refusals, reminders }] = await Promise.all([getTranslations("reminders.end"), getMessages()]);
  const ended = holder.who === "address" && !about;
  return (
    <div className="wrap-page max-w-lg pb-28 pt-4 md:pt-10">
      <section className="rounded-lg border border-line bg-card p-5 sm:p-7">
        <h1 className="text-2xl font-bold">{t("title")}</h1>
        {ended ? (
          <p className="mt-1">{t("done")}</p>
        ) : (
          <>
            <p className="written mb-5 mt-1 text-soft">
              {about ? t("textAddress", { title: isolated(about.title) }) : t("textMember")}
            </p>
            <NextIntlClientProvider messages={{ common, refusals, reminders }}>
              <EndMailReminders endKey={key} />
            </NextIntlClientProvider>
          </>
        )}
      </section>
    </div>
  );
}
