import { setTimeout as sleep } from "node:timers/promises";
import { env } from "@/lib/env";
import { mailWay } from "@/lib/server/mail/send-mail";
import { type ClaimedDigest, claimDigests, DIGESTS_A_CLAIM } from "@/lib/server/notifications/claim-digests";
import { sendDigest } from "@/lib/server/notifications/send-digest";
import { log } from "@/lib/server/postgres/log";
import { Allowance } from "./pushes/allowance";

/** How often it is looked for mails that are due where there were none. */
const LOOK_EVERY_MS = 10_000;

/**
 * Sends the mails of what people missed until `signal`, while this process holds the work lease `digests`, no faster than
 * PLENUM_MAILS_A_SECOND. Source: docs/decisions/a-digest-is-claimed-before-it-is-sent.md.
 */
export async function runDigests(signal: AbortSignal): Promise<void> {
  if (mailWay() === null) return idle(signal);
  const allowance = new Allowance(env().PLENUM_MAILS_A_SECOND);
  while (!signal.aborted) {
    // Waited for before the claim: what is claimed is sent at once, so that a process that dies had little in its hands.
    await allowance.wait(DIGESTS_A_CLAIM, signal);
    if (signal.aborted) break;
    const claimed = await claimDigests(new Date()).catch((fault: unknown) => {
      log().warn({ err: fault }, "digests held up");
      return null;
    });
    if (claimed === null) await pause(LOOK_EVERY_MS, signal);
    else if (claimed.length > 0) allowance.begin(claimed.length, send(claimed));
  }
  await allowance.settled();
}

const send = (claimed: readonly ClaimedDigest[]): Promise<unknown> =>
  Promise.all(
    claimed.map((one) =>
      sendDigest(one, new Date()).catch((fault: unknown) =>
        log().warn({ err: fault, personId: one.personId }, "a digest was not followed up"),
      ),
    ),
  );

const pause = (ms: number, signal: AbortSignal): Promise<void> =>
  sleep(ms, undefined, { signal }).catch(() => undefined);

/** Without a way for mail there is nothing to send; the lease is kept all the same, so that it is said once. */
async function idle(signal: AbortSignal): Promise<void> {
  log().info("no digests: this instance sends no mail");
  await new Promise((resolve) => signal.addEventListener("abort", resolve, { once: true }));
}
