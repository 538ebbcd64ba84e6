import type { MicrophoneState } from "@/lib/client/room/session-state";
import type { ChannelState } from "./hearing";

/** The state of the room's languages in this page. `device`: what an interpreter's microphone hears, for a meter. */
export type ChannelsState = {
  /** The channel that is listened to; null for none. */
  language: string | null;
  state: ChannelState;
  /** The interpreter's own connection to their channel. */
  booth: { connected: boolean; microphone: MicrophoneState; device: MediaStreamTrack | null };
};

const NO_CHANNEL: ChannelsState = {
  language: null,
  state: "none",
  booth: { connected: false, microphone: "none", device: null },
};

/** For React's useSyncExternalStore. */
class ChannelStore {
  #state = NO_CHANNEL;
  #watchers = new Set<() => void>();

  readonly state = (): ChannelsState => this.#state;

  readonly serverState = (): ChannelsState => NO_CHANNEL;

  readonly watch = (tell: () => void): (() => void) => {
    this.#watchers.add(tell);
    return () => this.#watchers.delete(tell);
  };

  /** The same state object where nothing changes. */
  readonly tell = (next: ChannelsState): void => {
    const { language, state, booth } = this.#state;
    const sameBooth =
      booth.connected === next.booth.connected &&
      booth.microphone === next.booth.microphone &&
      booth.device === next.booth.device;
    if (language === next.language && state === next.state && sameBooth) return;
    this.#state = next;
    for (const tell of this.#watchers) tell();
  };
}

export const channelStore = new ChannelStore();
