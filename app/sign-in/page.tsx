import type { Metadata } from "next";
import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { NextIntlClientProvider } from "next-intl";
import { getMessages, getTranslations } from "next-intl/server";
import { CastAccounts } from "@/components/sign-in/cast-accounts";
import { CodeSignIn } from "@/components/sign-in/code-sign-in";
import { InviteCodeForm } from "@/components/sign-in/invite-code-form";
import { NewcomersNote } from "@/components/sign-in/newcomers-note";
import { ProviderButtons } from "@/components/sign-in/provider-buttons";
import { safeNextPath } from "@/lib/domain/sign-in/next-path";
import { SIGN_UP_REFUSALS } from "@/lib/domain/sign-in/sign-up";
import { callerOfPage } from "@/lib/server/callers/session";
import { signInWays } from "@/lib/server/sign-in/sign-in-ways";

const PROBLEMS = ["linked_elsewhere", "denied", "failed", ...SIGN_UP_REFUSALS] as const;

type Props = { searchParams: Promise<{ next?: string | string[]; problem?: string | string[] }> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("signIn");
  return { title: t("title"), robots: { index: false } };
}

export default async function SignInPage({ searchParams }: Props) {
  const asked = await searchParams;
  const next = safeNextPath([asked.next].flat()[0]);
  const caller = await callerOfPage();
  if (caller?.kind === "member") redirect(next);
  const [t, ways, { common, refusals, signIn }] = await Promise.all([
    getTranslations("signIn"),
    signInWays(await headers()),
    getMessages(),
  ]);
  const problem = PROBLEMS.find((one) => one === asked.problem);
  const offersSomething = ways.email || ways.providers.length > 0 || ways.cast.length > 0;
  const { mode, invitedBy } = ways.newcomers;
  const takesNewcomers = mode === "open" || (mode === "invited" && invitedBy !== null);
  return (
    <div className="wrap-page max-w-lg pb-28 pt-4 md:pt-10">
      <h1 className="text-3xl font-bold md:text-4xl">{t("title")}</h1>
      <p className="mb-8 mt-1 text-soft">{offersSomething ? t("lead") : t("noWay")}</p>
      {problem && (
        <p role="alert" className="mb-6 rounded-md bg-stop-wash px-4 py-3 text-stop">
          {t(`problem.${problem}`)}
        </p>
      )}
      <NextIntlClientProvider messages={{ common, refusals, signIn }}>
        <div className="flex flex-col gap-8">
          <NewcomersNote newcomers={ways.newcomers} />
          {ways.email && <CodeSignIn next={next} mailOnPage={ways.mailOnPage} takesNewcomers={takesNewcomers} />}
          {ways.providers.length > 0 && <ProviderButtons providers={ways.providers} next={next} divided={ways.email} />}
          {mode === "invited" && !invitedBy && <InviteCodeForm />}
          {ways.cast.length > 0 && <CastAccounts cast={ways.cast} next={next} />}
        </div>
      </NextIntlClientProvider>
    </div>
  );
}
