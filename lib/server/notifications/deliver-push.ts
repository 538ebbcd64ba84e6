import { request as plainRequest } from "node:http";
import { request } from "node:https";
import { setTimeout as sleep } from "node:timers/promises";
import webPush from "web-push";
import { env } from "@/lib/env";
import { oncePerProcess } from "@/lib/server/postgres/process";
import { agentFor } from "./push-endpoint";
import { pushKey } from "./push-key";

export type PushTarget = { endpoint: string; p256dh: string; auth: string };

/** What the service worker shows (public/sw.js). `tag`: a second one of the same tag takes the place of the first. */
export type PushText = { title: string; body: string; url: string; tag: string };

/** `gone`: nobody takes pushes there any more. `failed`: not delivered, and not tried again. */
export type PushOutcome = "delivered" | "gone" | "failed";

/** Who is away for longer comes too late. */
const TTL_SECONDS = 60 * 60;

const TIMEOUT_MS = 10_000;

/** A service that is busy is asked once more, if it says that it is busy for no longer. */
const LONGEST_WAIT_MS = 5_000;

/** Services take a signature for a day; each is used for a part of that, since signing is dear. */
const SIGNED_FOR_MS = 6 * 60 * 60 * 1_000;

/**
 * Sends one push, encrypted so that only that browser can read it. Never throws: a push that did not arrive is no fault of ours. A
 * refusal that says "later" is repeated once; where no answer comes it is not, since it may have arrived.
 */
export async function deliverPush(target: PushTarget, text: PushText): Promise<PushOutcome> {
  const first = await attempt(target, text);
  if (first.retryAfterMs === null || first.retryAfterMs > LONGEST_WAIT_MS) return first.outcome;
  await sleep(first.retryAfterMs);
  return (await attempt(target, text)).outcome;
}

type Attempt = { outcome: PushOutcome; retryAfterMs: number | null };

async function attempt(target: PushTarget, text: PushText): Promise<Attempt> {
  const details = detailsOf(target, text);
  if (!details) return { outcome: "gone", retryAfterMs: null };
  try {
    return outcomeOf(await post(target.endpoint, details));
  } catch {
    return { outcome: "failed", retryAfterMs: null };
  }
}

/** Null where the browser's keys are none, so that nothing can be encrypted for it. */
function detailsOf({ endpoint, p256dh, auth }: PushTarget, text: PushText) {
  try {
    const subscription = { endpoint, keys: { p256dh, auth } };
    const { headers, body } = webPush.generateRequestDetails(subscription, JSON.stringify(text), {
      TTL: TTL_SECONDS,
      urgency: "high",
      topic: text.tag,
      contentEncoding: "aes128gcm",
    });
    return { headers: { ...headers, Authorization: signatureFor(endpoint) }, body };
  } catch {
    return null;
  }
}

/** One signature serves all pushes to one service. */
function signatureFor(endpoint: string): string {
  const signed = oncePerProcess("pushSignatures", () => new Map<string, { until: number; header: string }>());
  const { origin } = new URL(endpoint);
  const kept = signed.get(origin);
  if (kept && kept.until > Date.now()) return kept.header;
  const key = pushKey();
  if (!key) throw new Error("pushes are sent without a key");
  const expiry = Math.floor((Date.now() + 2 * SIGNED_FOR_MS) / 1_000);
  const headers = webPush.getVapidHeaders(origin, subject(), key.publicKey, key.privateKey, "aes128gcm", expiry);
  signed.set(origin, { until: Date.now() + SIGNED_FOR_MS, header: headers.Authorization });
  return headers.Authorization;
}

/** To whom a push service turns with a complaint. */
function subject(): string {
  const { PLENUM_URL, MAIL_FROM } = env();
  const address = /[^\s<>]+@[^\s<>]+/.exec(MAIL_FROM)?.[0];
  return PLENUM_URL.startsWith("https:") || !address ? PLENUM_URL : `mailto:${address}`;
}

type Details = { headers: Record<string, string | number>; body: Buffer };
type Reply = { status: number; retryAfter: string | undefined };

function post(endpoint: string, { headers, body }: Details): Promise<Reply> {
  const ask = endpoint.startsWith("https:") ? request : plainRequest;
  return new Promise((resolve, reject) => {
    const asked = ask(endpoint, { method: "POST", headers, agent: agentFor(endpoint), timeout: TIMEOUT_MS });
    asked.on("timeout", () => asked.destroy(new Error("a push service did not answer")));
    asked.on("error", reject);
    asked.on("response", (answer) => {
      answer.resume();
      answer.on("error", reject);
      resolve({ status: answer.statusCode ?? 0, retryAfter: answer.headers["retry-after"] });
    });
    asked.end(body);
  });
}

function outcomeOf({ status, retryAfter }: Reply): Attempt {
  if (status >= 200 && status < 300) return { outcome: "delivered", retryAfterMs: null };
  if (status === 404 || status === 410) return { outcome: "gone", retryAfterMs: null };
  const busy = status === 429 || status === 503;
  return { outcome: "failed", retryAfterMs: busy ? 1_000 * (Number(retryAfter) || 1) : null };
}
