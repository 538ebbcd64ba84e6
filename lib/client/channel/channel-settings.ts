import { DEFAULT_FLOOR, type Wish } from "./hearing";

const KEY = "plenum-channel";

/** `floor`: how loud the stage is played beneath an interpreter, 0 to 1. */
export type ChannelSettings = { wish: Wish; floor: number };

const DEFAULTS: ChannelSettings = { wish: null, floor: DEFAULT_FLOOR };

/** What was kept, field by field: whatever an older version or somebody's hand left there is as if it were not. */
export function readChannelSettings(kept: unknown): ChannelSettings {
  const found = typeof kept === "object" && kept !== null ? (kept as Record<string, unknown>) : {};
  const { wish, floor } = found;
  return {
    wish: typeof wish === "string" ? wish : DEFAULTS.wish,
    floor: typeof floor === "number" && floor >= 0 && floor <= 1 ? floor : DEFAULTS.floor,
  };
}

/** Which language this browser hears rooms in, and how; in every room, and the next time too. */
class ChannelSettingsStore {
  #settings: ChannelSettings | null = null;
  #watchers = new Set<() => void>();

  readonly state = (): ChannelSettings => {
    this.#settings ??= readChannelSettings(read());
    return this.#settings;
  };

  readonly serverState = (): ChannelSettings => DEFAULTS;

  readonly watch = (tell: () => void): (() => void) => {
    this.#watchers.add(tell);
    return () => this.#watchers.delete(tell);
  };

  readonly change = (changes: Partial<ChannelSettings>): void => {
    this.#settings = { ...this.state(), ...changes };
    try {
      localStorage.setItem(KEY, JSON.stringify(this.#settings));
    } catch {
      // A private window may keep nothing; then it holds until the page goes.
    }
    for (const tell of this.#watchers) tell();
  };
}

function read(): unknown {
  try {
    return JSON.parse(localStorage.getItem(KEY) ?? "null");
  } catch {
    return null;
  }
}

export const channelSettings = new ChannelSettingsStore();
