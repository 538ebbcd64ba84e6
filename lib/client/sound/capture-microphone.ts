import type { MicrophoneState } from "@/lib/client/room/session-state";
import type { SoundSettings } from "./sound-settings";

/**
 * An open microphone. `source`: the device itself. `sent`: what goes out, the same track unless noise is taken out on the way.
 * `inputId`: the device that was asked for and given; null for whichever the system prefers. `flows`: whether what the device
 * hears goes on to `sent`; what stands still on the way is set going again by the asking.
 */
export type Capture = {
  source: MediaStreamTrack;
  sent: MediaStreamTrack;
  inputId: string | null;
  music: boolean;
  flows: () => boolean;
  close: () => void;
};

export type CaptureAnswer =
  | { capture: Capture }
  | { state: Extract<MicrophoneState, "refused" | "missing" | "insecure"> };

/** As many of the settings as say how a microphone is opened. */
export type CaptureSettings = Pick<SoundSettings, "inputId" | "music" | "noise">;

/** Asks for the microphone. Browsers give none to a page without https, nor where there is none or the person says no. */
export async function captureMicrophone(settings: CaptureSettings): Promise<CaptureAnswer> {
  if (!navigator.mediaDevices?.getUserMedia) return { state: "insecure" };
  try {
    const opened = await openDevice(settings);
    if (!opened) return { state: "missing" };
    return { capture: await withoutNoise(opened, settings) };
  } catch (fault) {
    const name = fault instanceof DOMException ? fault.name : "";
    return { state: name === "NotAllowedError" || name === "SecurityError" ? "refused" : "missing" };
  }
}

type Opened = Pick<Capture, "source" | "inputId">;

/** The chosen device, or where it cannot be had, whichever the system prefers. */
async function openDevice(settings: CaptureSettings): Promise<Opened | null> {
  try {
    return await openOnceReleased(settings);
  } catch (fault) {
    if (settings.inputId === null || !(isHeld(fault) || isGone(fault))) throw fault;
    return openTrack({ ...settings, inputId: null });
  }
}

/** Some systems need a moment until a device that was given back, by this page or by a call, can be opened again. */
async function openOnceReleased(settings: CaptureSettings): Promise<Opened | null> {
  try {
    return await openTrack(settings);
  } catch (fault) {
    if (!isHeld(fault)) throw fault;
    await new Promise((resolve) => setTimeout(resolve, RELEASED_AFTER_MS));
    return openTrack(settings);
  }
}

const RELEASED_AFTER_MS = 400;

// Not every browser's OverconstrainedError is a DOMException.
const isOneOf = (names: readonly string[]) => (fault: unknown) => fault instanceof Error && names.includes(fault.name);

/** Held by another program, or not let go of yet. */
const isHeld = isOneOf(["NotReadableError", "AbortError"]);

/** Unplugged. */
const isGone = isOneOf(["OverconstrainedError", "NotFoundError"]);

async function openTrack(settings: CaptureSettings): Promise<Opened | null> {
  const stream = await navigator.mediaDevices.getUserMedia({ audio: constraintsOf(settings) });
  const [source] = stream.getAudioTracks();
  return source ? { source, inputId: settings.inputId } : null;
}

function constraintsOf({ inputId, music, noise }: CaptureSettings): MediaTrackConstraints {
  return {
    ...(inputId !== null && { deviceId: { exact: inputId } }),
    channelCount: music ? { ideal: 2 } : 1,
    echoCancellation: !music,
    noiseSuppression: !music && noise === "browser",
    autoGainControl: !music,
  };
}

async function withoutNoise({ source, inputId }: Opened, { music, noise }: CaptureSettings): Promise<Capture> {
  const plain: Capture = { source, inputId, sent: source, music, flows: () => true, close: () => source.stop() };
  if (music || noise !== "rnnoise") return plain;
  try {
    const { suppressNoise } = await import("./noise-suppressor");
    const { sent, flows, stop } = await suppressNoise(source);
    const close = (): void => {
      stop();
      source.stop();
    };
    return { source, inputId, sent, music, flows, close };
  } catch {
    // The net could not be fetched or does not run here: better the browser's own way than none, and better that than silence.
    await source.applyConstraints({ noiseSuppression: true }).catch(() => {});
    return plain;
  }
}

/** Gives a device back that was asked for ahead and is not needed. */
export async function dropCapture(ahead: Promise<CaptureAnswer>): Promise<void> {
  const answer = await ahead;
  if ("capture" in answer) answer.capture.close();
}

/** It is there and gives nothing: the system, or a switch at it, has silenced it. */
export const isSilenced = ({ source, flows }: Capture): boolean => source.muted || !flows();

/** The state of the device, as far as it says. */
export const readCapture = (capture: Capture) => ({
  live: capture.source.readyState === "live",
  silenced: isSilenced(capture),
  inputId: capture.inputId,
});

/** Whether a device that is open has to be opened anew for these settings. */
export const isOpenedOtherwise = (before: CaptureSettings, now: CaptureSettings): boolean =>
  before.inputId !== now.inputId || before.music !== now.music || before.noise !== now.noise;
