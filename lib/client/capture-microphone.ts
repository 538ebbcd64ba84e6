import type { MicrophoneState } from "./session-state";

type Capture = { device: MediaStreamTrack } | { state: Extract<MicrophoneState, "refused" | "missing" | "insecure"> };

const FOR_TALK: MediaTrackConstraints = {
  channelCount: 1,
  echoCancellation: true,
  noiseSuppression: true,
  autoGainControl: true,
};

/** Asks for the microphone. Browsers give none to a page without https, nor where there is none or the person says no. */
export async function captureMicrophone(): Promise<Capture> {
  if (!navigator.mediaDevices?.getUserMedia) return { state: "insecure" };
  try {
    const stream = await navigator.mediaDevices.getUserMedia({ audio: FOR_TALK });
    const device = stream.getAudioTracks()[0];
    return device ? { device } : { state: "missing" };
  } catch (fault) {
    const name = fault instanceof DOMException ? fault.name : "";
    return { state: name === "NotAllowedError" || name === "SecurityError" ? "refused" : "missing" };
  }
}
