import type { LinkReading, VoiceCounters } from "./link-judge";
import type { Voice } from "./voice";

/** The counters of these voices and of one's own. A report's fields that a browser does not know count as nothing. */
export async function readLink(voices: Voice[], sender: RTCRtpSender | undefined): Promise<LinkReading> {
  const heard = voices.filter(({ weak }) => !weak);
  const counters = await Promise.all(
    heard.map(async ({ personId, receiver }) => [personId, await countersOf(receiver)]),
  );
  const reading: LinkReading = { voices: Object.fromEntries(counters), lost: null, roundTripMs: null };
  for (const entry of (await sender?.getStats())?.values() ?? []) {
    if (entry.type !== "remote-inbound-rtp") continue;
    reading.lost = entry.fractionLost ?? null;
    reading.roundTripMs = entry.roundTripTime === undefined ? null : entry.roundTripTime * 1_000;
  }
  return reading;
}

async function countersOf(receiver: RTCRtpReceiver | null): Promise<VoiceCounters> {
  const counters = { received: 0, concealed: 0 };
  for (const entry of (await receiver?.getStats())?.values() ?? []) {
    if (entry.type !== "inbound-rtp") continue;
    counters.received += entry.totalSamplesReceived ?? 0;
    counters.concealed += (entry.concealedSamples ?? 0) - (entry.silentConcealedSamples ?? 0);
  }
  return counters;
}

type Transport = { getStats: () => Promise<RTCStatsReport> | undefined };

/** Over all paths, sound, messages and, where the browser counts them, signs of life alike; 0 where there is no connection. */
export async function countArrivals(
  transport: Transport | undefined,
): Promise<{ count: number; countsAnswers: boolean }> {
  let count = 0;
  let countsAnswers = false;
  for (const entry of (await transport?.getStats()?.catch(() => undefined))?.values() ?? []) {
    if (entry.type !== "candidate-pair") continue;
    countsAnswers ||= entry.responsesReceived !== undefined;
    count += (entry.bytesReceived ?? 0) + (entry.responsesReceived ?? 0);
  }
  return { count, countsAnswers };
}
