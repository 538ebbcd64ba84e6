import { KeptSettings } from "@/lib/client/browser/kept-settings";

const KEY = "plenum-sound";

/** How many people's volumes are kept; the oldest are forgotten first. */
const MOST_VOLUMES = 200;

export const NOISE_CHOICES = ["off", "browser", "rnnoise"] as const;

/** `rnnoise`: a neural net in the page, which leaves hardly more than the voice; it costs some processor. */
export type NoiseChoice = (typeof NOISE_CHOICES)[number];

export type SoundSettings = {
  /** A device's id as the browser names it; null: whichever the system prefers. */
  inputId: string | null;
  outputId: string | null;
  /** Heard only while a key or the button is held. */
  pushToTalk: boolean;
  /** Sends what the microphone hears as it is: stereo, in high quality, without echo, noise or level being mended. */
  music: boolean;
  noise: NoiseChoice;
  /** How loud somebody is played, 0 to 1, by person id. People who are not in it are played as they come. */
  volumes: Readonly<Record<string, number>>;
  /** How loud the stage is played where a hall hears it from the main hall, 0 to 1. */
  stageLevel: number;
};

const DEFAULTS: SoundSettings = {
  inputId: null,
  outputId: null,
  pushToTalk: false,
  music: false,
  noise: "browser",
  volumes: {},
  stageLevel: 1,
};

/** What was kept, field by field: whatever an older version or somebody's hand left there is as if it were not. */
export function readSoundSettings(kept: unknown): SoundSettings {
  const found = typeof kept === "object" && kept !== null ? (kept as Record<string, unknown>) : {};
  const volumes = typeof found.volumes === "object" && found.volumes !== null ? found.volumes : {};
  return {
    inputId: typeof found.inputId === "string" ? found.inputId : DEFAULTS.inputId,
    outputId: typeof found.outputId === "string" ? found.outputId : DEFAULTS.outputId,
    pushToTalk: found.pushToTalk === true,
    music: found.music === true,
    noise: NOISE_CHOICES.find((choice) => choice === found.noise) ?? DEFAULTS.noise,
    volumes: Object.fromEntries(Object.entries(volumes).filter(([, volume]) => isVolume(volume))),
    stageLevel: isVolume(found.stageLevel) ? found.stageLevel : DEFAULTS.stageLevel,
  };
}

/** The volumes with one person's changed; a full volume needs no entry. */
export function withVolume(
  volumes: SoundSettings["volumes"],
  personId: string,
  volume: number,
): Record<string, number> {
  const others = Object.entries(volumes).filter(([id]) => id !== personId);
  return Object.fromEntries(volume === 1 ? others : [...others, [personId, volume] as const].slice(-MOST_VOLUMES));
}

const isVolume = (value: unknown): value is number => typeof value === "number" && value >= 0 && value < 1;

/** How this browser hears and speaks, in every room. Kept on this device only: a microphone belongs to the desk, not to the account. */
export const soundSettings = new KeptSettings(KEY, DEFAULTS, readSoundSettings);
