import type { MicrophoneState } from "@/lib/client/room/session-state";
import type { SoundSettings } from "./sound-settings";

/** An open microphone. `source`: the device itself. `sent`: what goes out, the same track unless noise is taken out on the way. */
export type Capture = {
  source: MediaStreamTrack;
  sent: MediaStreamTrack;
  music: boolean;
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
    const source = await openDevice(settings);
    if (!source) return { state: "missing" };
    return { capture: await withoutNoise(source, settings) };
  } catch (fault) {
    const name = fault instanceof DOMException ? fault.name : "";
    return { state: name === "NotAllowedError" || name === "SecurityError" ? "refused" : "missing" };
  }
}

/** The chosen device, or where it was unplugged since, whichever the system prefers. */
async function openDevice(settings: CaptureSettings): Promise<MediaStreamTrack | undefined> {
  try {
    return await openTrack(constraintsOf(settings));
  } catch (fault) {
    const isGone = fault instanceof DOMException && ["OverconstrainedError", "NotFoundError"].includes(fault.name);
    if (!isGone || settings.inputId === null) throw fault;
    return openTrack(constraintsOf({ ...settings, inputId: null }));
  }
}

async function openTrack(audio: MediaTrackConstraints): Promise<MediaStreamTrack | undefined> {
  const stream = await navigator.mediaDevices.getUserMedia({ audio });
  return stream.getAudioTracks()[0];
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

async function withoutNoise(source: MediaStreamTrack, { music, noise }: CaptureSettings): Promise<Capture> {
  const plain: Capture = { source, sent: source, music, close: () => source.stop() };
  if (music || noise !== "rnnoise") return plain;
  try {
    const { takeNoiseOut } = await import("./noise-suppressor");
    const { sent, stop } = await takeNoiseOut(source);
    const close = (): void => {
      stop();
      source.stop();
    };
    return { source, sent, music, close };
  } catch {
    // The net could not be fetched or does not run here: better the browser's own way than none, and better that than silence.
    await source.applyConstraints({ noiseSuppression: true }).catch(() => {});
    return plain;
  }
}
