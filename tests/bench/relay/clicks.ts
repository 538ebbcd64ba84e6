import {
  AudioFrame,
  AudioSource,
  AudioStream,
  LocalAudioTrack,
  type RemoteAudioTrack,
  Room,
  RoomEvent,
  TrackPublishOptions,
  TrackSource,
} from "@livekit/rtc-node";
import type { JoinAnswer } from "@/lib/wire/seats/door";

type Pass = JoinAnswer["media"];

const RATE = 48_000;
const BLOCK_MS = 10;
const BLOCK = (RATE * BLOCK_MS) / 1_000;

/** A click stands far above the voice under it, and lasts half a block. */
const CLICK_PEAK = 22_000;
const CLICK_HZ = 1_000;
const VOICE_PEAK = 1_500;
const HEARD_ABOVE = 8_000;
/** One click is heard once, whatever rings on after it. */
const DEAF_MS = 200;

/** Talks on stage: a swelling tone, which no silence suppression takes for nothing, and a click in it each `everyMs`. */
export async function talkInClicks({ url, token }: Pass, everyMs: number): Promise<() => Promise<void>> {
  const room = new Room();
  await room.connect(url, token, { autoSubscribe: false, dynacast: false });
  const source = new AudioSource(RATE, 1, 0);
  const options = new TrackPublishOptions({ source: TrackSource.SOURCE_MICROPHONE, dtx: true, red: false });
  await room.localParticipant?.publishTrack(LocalAudioTrack.createAudioTrack("clicks", source), options);
  const from = performance.now();
  let block = 0;
  const timer = setInterval(() => {
    const due = Math.floor((performance.now() - from) / BLOCK_MS);
    // After a stall what was missed is skipped: a burst would be late for every listener.
    block = Math.max(block, due - 3);
    for (; block < due; block++)
      source.captureFrame(new AudioFrame(talk(block, everyMs), RATE, 1, BLOCK)).catch(() => undefined);
  }, 5);
  return async () => {
    clearInterval(timer);
    await room.disconnect();
  };
}

function talk(block: number, everyMs: number): Int16Array {
  const isClick = (block * BLOCK_MS) % everyMs === 0;
  return Int16Array.from({ length: BLOCK }, (_, index) => {
    const seconds = (block * BLOCK + index) / RATE;
    const swell = 0.55 + 0.45 * Math.sin(2 * Math.PI * 3 * seconds);
    const click = isClick && index < BLOCK / 2 ? CLICK_PEAK * Math.sin((2 * Math.PI * CLICK_HZ * index) / RATE) : 0;
    return click + VOICE_PEAK * swell * Math.sin(2 * Math.PI * 440 * seconds);
  });
}

/** Somebody who notes when they hear a click, in ms of this process's clock. */
export type Clicks = { heardAt: number[]; leave: () => Promise<void> };

/** Listens as a client does, jitter buffer and all. */
export async function hearClicks({ url, token }: Pass): Promise<Clicks> {
  const room = new Room();
  const heardAt: number[] = [];
  room.on(RoomEvent.TrackSubscribed, (track) => void note(track as RemoteAudioTrack, heardAt));
  await room.connect(url, token, { autoSubscribe: true, dynacast: false });
  return { heardAt, leave: () => room.disconnect() };
}

async function note(track: RemoteAudioTrack, heardAt: number[]): Promise<void> {
  const stream: ReadableStream<AudioFrame> = new AudioStream(track, {
    sampleRate: RATE,
    numChannels: 1,
    frameSizeMs: BLOCK_MS,
  });
  const reader = stream.getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    const index = value.data.findIndex((sample) => Math.abs(sample) > HEARD_ABOVE);
    const at = performance.now() + (index / BLOCK) * BLOCK_MS;
    if (index >= 0 && at - (heardAt.at(-1) ?? 0) > DEAF_MS) heardAt.push(at);
  }
}
