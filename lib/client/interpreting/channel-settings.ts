import { KeptSettings } from "@/lib/client/browser/kept-settings";
import { DEFAULT_FLOOR, type Wish } from "./hearing";

const KEY = "plenum-channel";

/** `floor`: how loud the stage is played beneath an interpreter, 0 to 1. */
export type ChannelSettings = { wish: Wish; floor: number };

const DEFAULTS: ChannelSettings = { wish: null, floor: DEFAULT_FLOOR };

/** Parses what was kept, field by field. What an older version or somebody's hand left there is ignored. */
export function readChannelSettings(kept: unknown): ChannelSettings {
  const found = typeof kept === "object" && kept !== null ? (kept as Record<string, unknown>) : {};
  const { wish, floor } = found;
  return {
    wish: typeof wish === "string" ? wish : DEFAULTS.wish,
    floor: typeof floor === "number" && floor >= 0 && floor <= 1 ? floor : DEFAULTS.floor,
  };
}

/** Which language this browser hears rooms in, and how; in every room, and the next time too. */
export const channelSettings = new KeptSettings(KEY, DEFAULTS, readChannelSettings);
