import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { NextIntlClientProvider } from "next-intl";
import { getMessages, getTranslations } from "next-intl/server";
import { ConfirmName } from "@/components/sign-in/confirm-name";
import { safeNextPath } from "@/lib/domain/sign-in/next-path";
import { callerOfPage } from "@/lib/server/callers/session";
import { unconfirmedName } from "@/lib/server/sign-in/unconfirmed-name";

type Props = { searchParams: Promise<{ next?: string | string[] }> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("signIn");
  return { title: t("title"), robots: { index: false } };
}

export default async function NamePage({ searchParams }: Props) {
  const next = safeNextPath([(await searchParams).next].flat()[0]);
  const caller = await callerOfPage();
  const known = caller?.kind === "member" ? await unconfirmedName(caller.id) : null;
  if (known === null) redirect(next);
  const { common, refusals, signIn } = await getMessages();
  return (
    <div className="wrap-page max-w-lg pb-28 pt-4 md:pt-10">
      <NextIntlClientProvider messages={{ common, refusals, signIn }}>
        <section className="rounded-lg border border-line bg-card p-5 sm:p-7">
          <ConfirmName known={known} next={next} />
        </section>
      </NextIntlClientProvider>
    </div>
  );
}
