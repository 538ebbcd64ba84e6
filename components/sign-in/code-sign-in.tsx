"use client";

import { AddressStep } from "./address-step";
import { CodeStep } from "./code-step";
import { useCodeSignIn } from "./use-code-sign-in";

/** Signing in by a code: first the address, then the six digits that were sent there. */
export function CodeSignIn({ next, lettersOnPage }: { next: string; lettersOnPage: boolean }) {
  const signIn = useCodeSignIn(next);
  return (
    <section className="rounded-lg border border-line bg-card p-5 sm:p-7">
      {signIn.sentTo === null ? (
        <AddressStep busy={signIn.busy} error={signIn.error} onSend={signIn.askForCode} />
      ) : (
        <CodeStep
          email={signIn.sentTo}
          lettersOnPage={lettersOnPage}
          busy={signIn.busy}
          error={signIn.error}
          onCheck={signIn.checkCode}
          onSendAgain={signIn.askAgain}
          onOtherAddress={signIn.startOver}
        />
      )}
    </section>
  );
}
