"use client";

import { useTranslations } from "next-intl";
import { AddressStep } from "./address-step";
import { CodeStep } from "./code-step";
import { NameStep } from "./name-step";
import { useCodeSignIn } from "./use-code-sign-in";

type CodeSignInProps = {
  next: string;
  mailOnPage: boolean;
  /** Somebody new gets an account by this, too. */
  takesNewcomers: boolean;
};

/** Signing in by a code: first the address, then the digits that were sent there, and a newcomer's name with them. */
export function CodeSignIn({ next, mailOnPage, takesNewcomers }: CodeSignInProps) {
  const t = useTranslations("signIn");
  const signIn = useCodeSignIn(next);
  const { sent, busy, error } = signIn;
  return (
    <section className="rounded-lg border border-line bg-card p-5 sm:p-7">
      {sent === null ? (
        <AddressStep
          hint={t(takesNewcomers ? "addressHint" : "addressHintMembers")}
          busy={busy}
          error={error}
          onSend={signIn.askForCode}
        />
      ) : signIn.lacksName ? (
        <NameStep lead={t("nameLead")} busy={busy} error={error} onName={signIn.giveName} />
      ) : (
        <CodeStep
          email={sent.email}
          digits={sent.digits}
          mailOnPage={mailOnPage}
          busy={busy}
          error={error}
          onCheck={signIn.checkCode}
          onSendAgain={signIn.askAgain}
          onOtherAddress={signIn.startOver}
        />
      )}
    </section>
  );
}
