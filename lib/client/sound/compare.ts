import type { MicrophoneState } from "@/lib/client/room/session-state";

/**
 * Compares what is wanted of this device's sound with what the device really does. A difference is
 * undone, and shown until it is. The system asks nobody before it pauses, mutes or takes a device away, so the page's
 * own last order proves nothing. All of it is pure; `watch-device.ts` says when to look. Times are ms of one clock.
 */

/** How often sound is begun again, and within which time, before the page says that something else keeps it off. */
const MOST_TRIES = 3;
const TRIES_COUNT_MS = 30_000;
/** From then on it is tried only this often: the page does not fight a phone call. */
const SELDOM_MS = 5_000;

/** `wanted`: elements that have a voice to play. `stopped`: those of them which do not play it. `refused`: the browser said no to the last try. */
export type PlayingReading = { wanted: number; stopped: number; refused: boolean; tries: readonly number[] };

/** `begin`: all that is stopped is to be started now. `blocked`: the person has to be told, and to tap. */
export type PlayingVerdict = { begin: boolean; blocked: boolean };

export function comparePlaying({ wanted, stopped, refused, tries }: PlayingReading, now: number): PlayingVerdict {
  if (wanted === 0 || stopped === 0) return { begin: false, blocked: false };
  const recent = tries.filter((at) => now - at < TRIES_COUNT_MS);
  const contested = refused || recent.length >= MOST_TRIES;
  const last = recent.at(-1) ?? Number.NEGATIVE_INFINITY;
  return { begin: !contested || now - last >= SELDOM_MS, blocked: contested };
}

/** `level`: wanted, 0 to 1. `ignored`: elements have no volume here (iPhones). `running`: the page's audio context is. */
export type LevelReading = { level: number; ignored: boolean; running: boolean };

/** The state that one element must have, and the gain that is heard in its place; null for none. */
export type Outlet = { volume: number; muted: boolean; gain: number | null };

/** An element falls silent only for somebody who is wanted silent, or while a running context is heard instead. */
export function outletOf({ level, ignored, running }: LevelReading): Outlet {
  if (level === 0) return { volume: 0, muted: true, gain: null };
  if (ignored && running && level < 1) return { volume: level, muted: true, gain: level };
  return { volume: level, muted: false, gain: null };
}

/** A loudspeaker, by its id; null for the system's own choice. `plugged`: null where the browser does not say. `failed`: it could not be used, though it is listed. */
export type OutputReading = { wanted: string | null; plugged: readonly string[] | null; failed: boolean };

/** `other`: what is heard comes out elsewhere than was wanted. */
export type OutputVerdict = { use: string | null; other: boolean };

export function compareOutput({ wanted, plugged, failed }: OutputReading): OutputVerdict {
  const other = wanted !== null && (failed || (plugged !== null && !plugged.includes(wanted)));
  return { use: other ? null : wanted, other };
}

/** An open microphone as it really is. */
export type OpenMicrophone = {
  /** False once the device is gone, whether or not anybody was told. */
  live: boolean;
  /** The system lets nothing through: a switch, a call, or a stage of our own that stands still. */
  silenced: boolean;
  /** The device that was asked for by its id and given; null for whichever the system prefers. */
  inputId: string | null;
  /** What the system preferred when it was opened, and does now; null where unknown, and for a device that was chosen by itself. */
  systemThen: string | null;
  systemNow: string | null;
};

/** `denied` and `taken`: the browser lets this page have none, or none any more. `unknown`: it does not say, or would ask. */
export type Permission = "granted" | "denied" | "taken" | "unknown";

export type MicrophoneReading = {
  wanted: { on: boolean; inputId: string | null };
  /** Null where none is open. */
  open: OpenMicrophone | null;
  /** Why a wanted one is not open; null where none is wanted. */
  lacking: "refused" | "missing" | null;
  permission: Permission;
  plugged: readonly string[] | null;
  /** Something changed since it was opened, or since that was last tried: devices, the permission, or somebody looks again. */
  news: boolean;
};

/** `renew`: open one (anew). `lose`: give it back, nobody may listen. `shown`: what the page has to show; null for what it shows. */
export type MicrophoneVerdict = { step: "none" | "renew" | "lose"; shown: MicrophoneState | null };

export function compareMicrophone(reading: MicrophoneReading): MicrophoneVerdict {
  const { wanted, open, permission } = reading;
  if (!open) return { step: mayBeBack(reading) ? "renew" : "none", shown: null };
  if (permission === "denied" || permission === "taken") return { step: "lose", shown: "refused" };
  if (!open.live || isAnother(open, reading)) return { step: "renew", shown: null };
  if (!wanted.on) return { step: "none", shown: "off" };
  return { step: "none", shown: open.silenced ? "silenced" : "on" };
}

/** Whether a missing device can be opened again, without a question that nobody expects. */
function mayBeBack({ lacking, permission, news }: MicrophoneReading): boolean {
  if (!news || lacking === null) return false;
  return lacking === "refused" ? permission === "granted" : permission === "granted" || permission === "unknown";
}

/** Whether it hears by another device than it should: the chosen one is back, or the system prefers another one now. */
function isAnother(open: OpenMicrophone, { wanted, plugged, news }: MicrophoneReading): boolean {
  if (wanted.inputId !== null && wanted.inputId !== open.inputId)
    return news && (plugged?.includes(wanted.inputId) ?? false);
  return open.systemThen !== null && open.systemNow !== null && open.systemThen !== open.systemNow;
}
