import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { NextIntlClientProvider } from "next-intl";
import { getMessages, getTranslations } from "next-intl/server";
import { EndMails } from "@/components/notifications/end-mails";
import { personOfUnsubscribeKey } from "@/lib/server/mail/unsubscribe-key";

type Props = { params: Promise<{ key: string }> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("notifications.unsubscribe");
  return { title: t("title"), robots: { index: false }, referrer: "no-referrer" };
}

/** Where the link of a mail leads. Looking at it ends nothing, since filters of mail open every link. */
export default async function UnsubscribePage({ params }: Props) {
  const { key } = await params;
  if (!personOfUnsubscribeKey(key)) notFound();
  const [t, { common, refusals, notifications }] = await Promise.all([
    getTranslations("notifications.unsubscribe"),
    getMessages(),
  ]);
  return (
    <div className="wrap-page max-w-lg pb-28 pt-4 md:pt-10">
      <section className="rounded-lg border border-line bg-card p-5 sm:p-7">
        <h1 className="text-2xl font-bold">{t("title")}</h1>
        <NextIntlClientProvider messages={{ common, refusals, notifications }}>
          <EndMails unsubscribeKey={key} />
        </NextIntlClientProvider>
      </section>
    </div>
  );
}
