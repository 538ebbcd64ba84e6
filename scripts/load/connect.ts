import { DisconnectReason, type Room, RoomEvent } from "@livekit/rtc-node";
import type { MediaPass } from "@/lib/wire/seats/views";
import type { Counters } from "./judge";

const CONNECT_WITHIN_MS = 15_000;
/** Somebody on stage without a microphone has no track, and nobody shall wait for it. */
const TRACK_WITHIN_MS = 3_000;
const STATS_WITHIN_MS = 1_500;

/**
 * Connects as a listener does: subscribes to everything, publishes nothing. Answers whether the stage has a track.
 * Throws where the media server does not let them in within 15 s.
 */
export async function connectListener(
  room: Room,
  media: MediaPass,
  onTorn: (reason: string) => void,
): Promise<boolean> {
  const track = new Promise<true>((resolve) => room.once(RoomEvent.TrackSubscribed, () => resolve(true)));
  await within(CONNECT_WITHIN_MS, room.connect(media.url, media.token, { autoSubscribe: true, dynacast: false }));
  room.once(RoomEvent.Disconnected, (reason) => onTorn(DisconnectReason[reason] ?? "UNKNOWN_REASON"));
  return within(TRACK_WITHIN_MS, track).catch(() => false);
}

/** What came to them so far; null where the library does not say in time. */
export async function countersOf(room: Room): Promise<Counters | null> {
  const stats = await within(STATS_WITHIN_MS, room.getRtcStats()).catch(() => null);
  if (!stats) return null;
  const counters = { atMs: performance.now(), received: 0, lost: 0, concealedMs: 0, waitedMs: 0, playedSamples: 0 };
  // With one connection for both directions what arrives is counted among the publisher's.
  for (const { stats: each } of [...stats.publisherStats, ...stats.subscriberStats]) {
    if (each.case !== "inboundRtp" || each.value.stream?.kind !== "audio") continue;
    const { received, inbound } = each.value;
    counters.received += Number(received?.packetsReceived ?? 0);
    // Discarded packets are no loss: with RED each frame comes twice. What came too late had to be made up.
    counters.lost += Number(received?.packetsLost ?? 0);
    const concealed = Number(inbound?.concealedSamples ?? 0) - Number(inbound?.silentConcealedSamples ?? 0);
    counters.concealedMs += concealed / SAMPLES_A_MS;
    counters.waitedMs += (inbound?.jitterBufferDelay ?? 0) * 1_000;
    counters.playedSamples += Number(inbound?.jitterBufferEmittedCount ?? 0);
  }
  return counters;
}

/** Opus is always played at 48 kHz. */
const SAMPLES_A_MS = 48;

async function within<Value>(timeoutMs: number, value: Promise<Value>): Promise<Value> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`not within ${timeoutMs} ms`)), timeoutMs);
  });
  try {
    return await Promise.race([value, late]);
  } finally {
    clearTimeout(timer);
  }
}
