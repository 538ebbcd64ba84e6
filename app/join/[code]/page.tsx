import type { Metadata } from "next";
import Link from "next/link";
import { NextIntlClientProvider } from "next-intl";
import { getMessages, getTranslations } from "next-intl/server";
import { AcceptInvite } from "@/components/join/accept-invite";
import { buttonClass } from "@/components/ui/button";
import { Empty } from "@/components/ui/empty";
import { Name } from "@/components/ui/name";
import { Portrait } from "@/components/ui/portraits/portrait";
import { env } from "@/lib/env";
import { addressOfPage, callerOfPage } from "@/lib/server/callers/session";
import { findInviteCode } from "@/lib/server/sign-in/find-invite-code";

type Props = { params: Promise<{ code: string }> };

/** The same for every code: what stands in a link's preview is nobody's business. */
export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("join");
  return { title: t("title"), description: t("text"), robots: { index: false } };
}

/** Where an invitation leads: who invites, and the way in; or plainly why it is none. */
export default async function JoinPage({ params }: Props) {
  const [{ code }, caller, t] = await Promise.all([params, callerOfPage(), getTranslations("join")]);
  if (caller?.kind === "member") return <Nothing title={t("memberTitle")} text={t("memberText")} />;
  const found = await findInviteCode(code, await addressOfPage());
  if (!found.ok) {
    const why = ({ invite_spent: "spent", not_found: "unknown", too_many: "tooMany" } as const)[found.refusal];
    return <Nothing title={t(`${why}Title`)} text={t(`${why}Text`)} />;
  }
  const { by } = found.value;
  const isClosed = env().PLENUM_SIGN_UP === "closed";
  const { common, join, refusals } = await getMessages();
  return (
    <div className="wrap-page max-w-lg pb-28 pt-4 md:pt-12">
      <section className="flex flex-col items-center gap-4 rounded-lg border border-line bg-card px-5 py-10 text-center sm:px-8">
        <Portrait person={by} size="large" className="size-24" />
        <h1 className="max-w-full text-2xl font-bold md:text-3xl">
          {t.rich("heading", { name: () => <Name key="name" person={by} /> })}
        </h1>
        <p className="max-w-md text-soft">{t(isClosed ? "closedText" : "text")}</p>
        {isClosed ? (
          <Home />
        ) : (
          <NextIntlClientProvider messages={{ common, join, refusals }}>
            <AcceptInvite code={code} />
          </NextIntlClientProvider>
        )}
      </section>
    </div>
  );
}

const Nothing = ({ title, text }: { title: string; text: string }) => (
  <div className="wrap-page max-w-2xl py-10">
    <Empty title={title} text={text} wholePage>
      <Home />
    </Empty>
  </div>
);

async function Home() {
  const t = await getTranslations("join");
  return (
    <Link href="/" className={buttonClass("act")}>
      {t("home")}
    </Link>
  );
}
