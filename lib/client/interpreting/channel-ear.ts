import type { Voice } from "@/lib/client/room/voice";
import type { PlayableVoice } from "@/lib/client/sound/audio-pool";
import { type ChannelState, channelState } from "./hearing";

/**
 * What is listened to. `key` names it: another one, or somebody on the air again, has its first sound before it.
 * `voices`: of the people who may be heard in it.
 */
type Heard = { key: string | null; onAir: boolean; voices: readonly Voice[] };

/** Hears a channel's sound arrive, packet by packet, and so that it has stopped. */
export class ChannelEar {
  readonly #arrived = new WeakMap<RTCRtpReceiver, number>();
  #newsAt = Number.NEGATIVE_INFINITY;
  #since = 0;
  #key = "";
  #heardBefore = false;

  /** How the channel stands now; to be asked a few times a second. */
  judge({ key, onAir, voices }: Heard, now: number): ChannelState {
    const wanted = key !== null;
    const present = `${key} ${onAir}`;
    if (present !== this.#key) {
      this.#key = present;
      this.#since = now;
      this.#heardBefore = false;
    }
    const open = voices.filter((voice) => voice.open && voice.receiver);
    for (const { receiver } of open) if (receiver && this.#hasNews(receiver)) this.#newsAt = now;
    const state = channelState({
      wanted,
      onAir,
      open: open.length > 0,
      quietMs: now - this.#newsAt,
      heardBefore: this.#heardBefore,
      waitedMs: now - this.#since,
    });
    if (state === "heard") this.#heardBefore = true;
    return state;
  }

  #hasNews(receiver: RTCRtpReceiver): boolean {
    const newest = receiver.getSynchronizationSources()[0]?.rtpTimestamp;
    if (newest === undefined || newest === this.#arrived.get(receiver)) return false;
    this.#arrived.set(receiver, newest);
    return true;
  }
}

/** What of a channel can be played. */
export const playable = (voices: readonly Voice[]): PlayableVoice[] =>
  voices.flatMap(({ personId, track }) => (track ? [{ personId, track }] : []));
