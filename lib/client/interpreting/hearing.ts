import { relayIdentity } from "@/lib/domain/family/relay";
import type { ChannelView } from "@/lib/wire/interpreting/views";
import type { RoomView } from "@/lib/wire/rooms/views";
import type { StagePerson } from "@/lib/wire/stage/views";
import { askersIn } from "./spoken-back";

/** What somebody wants to hear: a language, the room as it is spoken, or whatever the hall is for (null). */
export type Wish = string | "floor" | null;

/**
 * The state of a channel. `none`: not wanted. `connecting`: its first sound is on the way. `nobody`: nobody is on the air.
 * `gone`: somebody should be heard and is not.
 */
export type ChannelState = "none" | "connecting" | "heard" | "nobody" | "gone";

/** How loud the floor is beneath an interpreter unless somebody wants it otherwise. Source: behaviours 28. */
export const DEFAULT_FLOOR = 0.15;

/**
 * Silence sends a packet every 400 ms at least, through the relay too, so that an interpreter who says nothing is not taken for one
 * who is gone, not even where one of these is lost. The floor must be back two seconds after their last sound, in an overflow room
 * too, where the relay falls silent only 0.65 s after it. Source: behaviours 28.
 */
export const LOST_AFTER_MS = 1_000;

/** How long the first sound may take before it is called missing; the floor is at full meanwhile. */
const FIRST_SOUND_MS = 6_000;

/** What the state of a channel is judged by. `quietMs`: since its sound's last packet; `waitedMs`: since it is wanted and somebody is on the air. */
export type Hearing = {
  wanted: boolean;
  onAir: boolean;
  /** An interpreter's open microphone is connected, or the relay that carries it. */
  open: boolean;
  quietMs: number;
  heardBefore: boolean;
  waitedMs: number;
};

/** Pure. */
export function channelState({ wanted, onAir, open, quietMs, heardBefore, waitedMs }: Hearing): ChannelState {
  if (!wanted) return "none";
  if (!onAir) return "nobody";
  if (open && quietMs < LOST_AFTER_MS) return "heard";
  return heardBefore || waitedMs >= FIRST_SOUND_MS ? "gone" : "connecting";
}

/** How loud the floor is played, 0 to 1: turned down only while an interpreter is really heard over it. */
export const floorLevel = (state: ChannelState, wished: number): number => (state === "heard" ? wished : 1);

/** The channel to connect to for a wish; null for none. A hall for a language is heard in it unless somebody wants otherwise. */
export function languageToHear(wish: Wish, { channels, room, main }: RoomView): string | null {
  const has = (language: string): boolean => channels.some((channel) => channel.language === language);
  if (wish === "floor") return null;
  if (wish !== null && has(wish)) return wish;
  const isForLanguage = main !== null && main.room.language !== room.language;
  return isForLanguage && has(room.language) ? room.language : null;
}

/** `toStage`: turned to the stage, where somebody (`asker`) asks in the language. */
export type Booth = {
  language: string;
  onAir: boolean;
  toStage: boolean;
  asker: StagePerson | null;
  source: string | null;
  mainRoomId: string;
};

/** What I interpret here; null where I do not. A source that nobody interprets any more is the floor again. */
export function boothOf(personId: string, view: RoomView): Booth | null {
  const { channels, room } = view;
  for (const { language, interpreters } of channels) {
    const mine = interpreters.find(({ person }) => person.id === personId);
    if (!mine) continue;
    const source = channels.some((channel) => channel.language === mine.source) ? mine.source : null;
    const { onAir, toStage } = mine;
    const mainRoomId = room.family?.mainRoomId ?? room.id;
    return { language, onAir, toStage, asker: askersIn(language, view)[0] ?? null, source, mainRoomId };
  }
  return null;
}

/**
 * The people whose sound a channel carries: its interpreters in the main hall, the relay in another. Anybody
 * else who slips in is played to nobody. Source: mechanics, mirror.
 */
export function voicesOf(channel: ChannelView | undefined, { room }: RoomView): ReadonlySet<string> {
  if (room.family) return new Set([relayIdentity(room.family.mainRoomId)]);
  return new Set(channel?.interpreters.map(({ person }) => person.id));
}
