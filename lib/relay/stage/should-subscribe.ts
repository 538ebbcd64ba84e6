import { TrackKind, TrackSource } from "@livekit/rtc-node";
import type { Speakers } from "@/lib/server/relaying/who-is-heard";

type Track = { kind?: TrackKind; source?: TrackSource };

export const isMicrophone = ({ kind, source }: Track): boolean =>
  kind === TrackKind.KIND_AUDIO && source === TrackSource.SOURCE_MICROPHONE;

/** Whether to subscribe to a track: only microphones of people that our own rows name. Pure. Source: mechanics, mirror. */
export const shouldSubscribe = (identity: string, track: Track, heard: Speakers): boolean =>
  isMicrophone(track) && heard.has(identity);
