import type { BrowserContext } from "@playwright/test";

/** Frequency in Hz of each person's microphone. None is a multiple of another, so that no overtone is taken for somebody. */
export const TONES = { ada: 440, ben: 770, cleo: 550, dev: 660, eve: 930 } as const;

/**
 * Answers getUserMedia in every page of the context with that tone; with `null` there is no microphone and the asking is refused.
 * Chromium's own fake microphone is one a browser process, and tones must tell people of one browser apart.
 */
export async function giveMicrophone(context: BrowserContext, hz: number | null): Promise<void> {
  if (hz !== null) await context.grantPermissions(["microphone"]);
  await context.addInitScript(installMicrophone, hz);
}

/** How often the page has asked for a microphone. */
export const timesAsked = (page: { evaluate: <Value>(read: () => Value) => Promise<Value> }): Promise<number> =>
  page.evaluate(() => (window as { microphoneAsked?: number }).microphoneAsked ?? 0);

/** Runs in the page. The tone swells and fades three times a second: a steady one is taken for noise and dropped by discontinuous transmission. */
function installMicrophone(hz: number | null): void {
  const page = window as { microphoneAsked?: number };
  page.microphoneAsked = 0;
  if (!navigator.mediaDevices) return;
  navigator.mediaDevices.getUserMedia = async (constraints) => {
    page.microphoneAsked = (page.microphoneAsked ?? 0) + 1;
    if (hz === null || !constraints?.audio) throw new DOMException("Permission denied", "NotAllowedError");
    const context = new AudioContext({ sampleRate: 48_000 });
    const destination = new MediaStreamAudioDestinationNode(context, { channelCount: 1 });
    const level = new GainNode(context, { gain: 0.3 });
    const swell = new OscillatorNode(context, { frequency: 3 });
    const depth = new GainNode(context, { gain: 0.2 });
    swell.connect(depth).connect(level.gain);
    const tone = new OscillatorNode(context, { frequency: hz });
    tone.connect(level).connect(destination);
    tone.start();
    swell.start();
    await context.resume();
    return destination.stream;
  };
  navigator.mediaDevices.enumerateDevices = async () => {
    const device = {
      deviceId: "default",
      groupId: "tone",
      kind: "audioinput" as const,
      label: hz === null ? "" : `Tone of ${hz} Hz`,
    };
    return [{ ...device, toJSON: () => device }];
  };
}
