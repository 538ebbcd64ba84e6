import { setTimeout as sleep } from "node:timers/promises";
import { env } from "@/lib/env";
import { claimEpisodePushes, dueEpisodePushes } from "@/lib/server/notifications/claim-episode-pushes";
import { claimPersonalPushes } from "@/lib/server/notifications/claim-personal-pushes";
import { type ClaimedPush, claimPushes, duePushes } from "@/lib/server/notifications/claim-pushes";
import { forgetEagerness } from "@/lib/server/notifications/forget-eagerness";
import { pushKey } from "@/lib/server/notifications/push-key";
import { PUSHES_A_CLAIM } from "@/lib/server/notifications/push-place";
import { sendPushes } from "@/lib/server/notifications/send-pushes";
import { log } from "@/lib/server/postgres/log";
import { hotSql } from "@/lib/server/postgres/sql";
import { Allowance } from "./allowance";

/** How often it is looked for news where there was none. */
const LOOK_EVERY_MS = 1_000;
const RETRY_MS = 3_000;
const FORGET_EVERY_MS = 60 * 60 * 1_000;

/**
 * Sends pushes until `signal`, while this process holds the work lease `pushes`: what is one person's alone first, then a few of
 * each episode's news and of everybody who is live in turn, so that nobody's million holds up somebody else's ten. All together no faster than
 * PLENUM_PUSHES_A_SECOND. Source: docs/decisions/going-live-is-one-row.md.
 */
export async function runPushes(signal: AbortSignal): Promise<void> {
  if (!pushKey()) return idle(signal);
  const allowance = new Allowance(env().PLENUM_PUSHES_A_SECOND);
  let forgotAt = 0;
  while (!signal.aborted) {
    try {
      if (!(await turn(allowance, signal))) {
        if (Date.now() - forgotAt > FORGET_EVERY_MS) {
          await forgetEagerness(hotSql());
          forgotAt = Date.now();
        }
        await pause(LOOK_EVERY_MS, signal);
      }
    } catch (fault) {
      log().warn({ err: fault }, "pushes held up");
      await pause(RETRY_MS, signal);
    }
  }
  await allowance.settled();
}

/** One round over all that is due. Answers whether anything was. */
async function turn(allowance: Allowance, signal: AbortSignal): Promise<boolean> {
  let busy = false;
  const personal = await claimPersonalPushes(hotSql(), new Date());
  if (personal.length > 0) {
    busy = true;
    await allowance.wait(personal.length, signal);
    allowance.begin(personal.length, send(personal));
  }
  const claims = [
    ...(await dueEpisodePushes(hotSql())).map((news) => () => claimEpisodePushes(news, new Date())),
    ...(await duePushes(hotSql())).map((what) => () => claimPushes(what, new Date())),
  ];
  for (const claim of claims) {
    // Waited for before the claim: what is claimed is sent at once, so that a process that dies had little in its hands.
    await allowance.wait(PUSHES_A_CLAIM, signal);
    if (signal.aborted) return true;
    const claimed = await claim();
    if (claimed === null) continue;
    busy = true;
    if (claimed.length > 0) allowance.begin(claimed.length, send(claimed));
  }
  return busy;
}

const send = (claimed: readonly ClaimedPush[]): Promise<unknown> =>
  sendPushes(claimed).catch((fault: unknown) => log().warn({ err: fault }, "pushes were not followed up"));

const pause = (ms: number, signal: AbortSignal): Promise<void> =>
  sleep(ms, undefined, { signal }).catch(() => undefined);

/** Without a key there is nothing to send; the lease is kept all the same, so that it is said once. */
async function idle(signal: AbortSignal): Promise<void> {
  log().info("no pushes: PLENUM_PUSH_KEY is not set");
  await new Promise((resolve) => signal.addEventListener("abort", resolve, { once: true }));
}
