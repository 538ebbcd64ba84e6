import { setTimeout as sleep } from "node:timers/promises";
import { env } from "@/lib/env";
import { mailWay } from "@/lib/server/mail/send-mail";
import { claimDigests, DIGESTS_A_CLAIM } from "@/lib/server/notifications/claim-digests";
import {
  claimEpisodeMails,
  claimPutOffMails,
  dueEpisodeMails,
  EPISODE_MAILS_A_CLAIM,
} from "@/lib/server/notifications/claim-episode-mails";
import { sendDigest } from "@/lib/server/notifications/send-digest";
import { sendEpisodeMail } from "@/lib/server/notifications/send-episode-mail";
import { log } from "@/lib/server/postgres/log";
import { hotSql } from "@/lib/server/postgres/sql";
import { Allowance } from "./pushes/allowance";

/** How often it is looked for mails that are due where there were none; news of an hour shall not wait long. */
const LOOK_EVERY_MS = 2_000;

/**
 * Sends the mails that nobody waits for at a screen until `signal`, while this process holds the work lease `digests`: of episodes'
 * news, those of what people missed once there is none of the others, all together no faster than PLENUM_MAILS_A_SECOND. Source:
 * docs/decisions/a-digest-is-claimed-before-it-is-sent.md.
 */
export async function runMails(signal: AbortSignal): Promise<void> {
  if (mailWay() === null) return idle(signal);
  const allowance = new Allowance(env().PLENUM_MAILS_A_SECOND);
  while (!signal.aborted) {
    const busy = await turn(allowance, signal).catch((fault: unknown) => {
      log().warn({ err: fault }, "mails held up");
      return false;
    });
    if (!busy) await pause(LOOK_EVERY_MS, signal);
  }
  await allowance.settled();
}

/** One round over all that is due. Answers whether anything was. */
async function turn(allowance: Allowance, signal: AbortSignal): Promise<boolean> {
  const news = await dueEpisodeMails(hotSql());
  const ofEpisodes = [
    () => claimPutOffMails(hotSql(), new Date()),
    ...news.map((one) => () => claimEpisodeMails(one, new Date())),
  ];
  let busy = news.length > 0;
  for (const claim of ofEpisodes) {
    // Waited for before the claim: what is claimed is sent at once, so that a process that dies had little in its hands.
    await allowance.wait(EPISODE_MAILS_A_CLAIM, signal);
    if (signal.aborted) return busy;
    const claimed = (await claim()) ?? [];
    busy ||= claimed.length > 0;
    if (claimed.length > 0) allowance.begin(claimed.length, sendAll(claimed, sendEpisodeMail));
  }
  if (busy) return true;
  await allowance.wait(DIGESTS_A_CLAIM, signal);
  const digests = signal.aborted ? null : await claimDigests(new Date());
  if (digests && digests.length > 0) allowance.begin(digests.length, sendAll(digests, sendDigest));
  return digests !== null;
}

const sendAll = <One>(claimed: readonly One[], send: (one: One, now: Date) => Promise<unknown>): Promise<unknown> =>
  Promise.all(
    claimed.map((one) =>
      send(one, new Date()).catch((fault: unknown) => log().warn({ err: fault }, "a mail was not followed up")),
    ),
  );

const pause = (ms: number, signal: AbortSignal): Promise<void> =>
  sleep(ms, undefined, { signal }).catch(() => undefined);

/** Without a way for mail there is nothing to send; the lease is kept all the same, so that it is said once. */
async function idle(signal: AbortSignal): Promise<void> {
  log().info("no digests: this instance sends no mail");
  await new Promise((resolve) => signal.addEventListener("abort", resolve, { once: true }));
}
