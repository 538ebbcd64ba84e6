import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { NextIntlClientProvider } from "next-intl";
import { getMessages, getTranslations } from "next-intl/server";
import { ConfirmMailReminder } from "@/components/reminders/mail-reminder";
import { isolated } from "@/lib/domain/text/isolated";
import { mailReminderOf } from "@/lib/server/queries/reminders/mail-reminder";

type Props = { params: Promise<{ secret: string }> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("reminders.confirm");
  return { title: t("title"), robots: { index: false }, referrer: "no-referrer" };
}

/** Where the link of a first mail leads. Looking at it says no yes, since filters of mail open every link. */
export default async function ConfirmPage({ params }: Props) {
  const { secret } = await params;
  const about = await mailReminderOf(secret);
  if (!about) notFound();
  const [t, { common, refusals, reminders }] = await Promise.all([getTranslations("reminders.confirm"), getMessages()]);
  return (
    <div className="wrap-page max-w-lg pb-28 pt-4 md:pt-10">
      <section className="rounded-lg border border-line bg-card p-5 sm:p-7">
        <h1 className="text-2xl font-bold">{t("title")}</h1>
        <p className="written mb-5 mt-1 text-soft">{t("text", { title: isolated(about.title) })}</p>
        <NextIntlClientProvider messages={{ common, refusals, reminders }}>
          <ConfirmMailReminder secret={secret} there={about.path} />
        </NextIntlClientProvider>
      </section>
    </div>
  );
}
