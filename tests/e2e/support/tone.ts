import type { BrowserContext } from "@playwright/test";

/** Frequency in Hz of each person's microphone. None is a multiple of another, so that no overtone is taken for somebody. */
export const TONES = { ada: 440, ben: 770, cleo: 550, dev: 660, eve: 930 } as const;

/** What a second microphone hears, in Hz, where somebody has one: every person does. */
export const SECOND_TONE = 1_210;

/**
 * Answers getUserMedia in every page of the context with that tone; with `null` there is no microphone and the asking is refused.
 * Chromium's own fake microphone is one a browser process, and tones must tell people of one browser apart.
 */
export async function giveMicrophone(context: BrowserContext, hz: number | null): Promise<void> {
  if (hz !== null) await context.grantPermissions(["microphone"]);
  await context.addInitScript(installMicrophone, { hz, second: SECOND_TONE });
}

/** How often the page has asked for a microphone. */
export const timesAsked = (page: { evaluate: <Value>(read: () => Value) => Promise<Value> }): Promise<number> =>
  page.evaluate(() => (window as { microphoneAsked?: number }).microphoneAsked ?? 0);

/** As what the page has asked for its microphone the last time. */
export const lastAskedAs = (page: { evaluate: <Value>(read: () => Value) => Promise<Value> }) =>
  page.evaluate(() => (window as { microphoneAskedAs?: MediaTrackConstraints }).microphoneAskedAs);

/** Runs in the page. The tone swells and fades three times a second: a steady one is taken for noise and dropped by discontinuous transmission. */
function installMicrophone({ hz, second }: { hz: number | null; second: number }): void {
  const page = window as { microphoneAsked?: number; microphoneAskedAs?: MediaTrackConstraints };
  page.microphoneAsked = 0;
  if (!navigator.mediaDevices) return;
  navigator.mediaDevices.getUserMedia = async (constraints) => {
    page.microphoneAsked = (page.microphoneAsked ?? 0) + 1;
    if (hz === null || !constraints?.audio) throw new DOMException("Permission denied", "NotAllowedError");
    const wanted = constraints.audio === true ? {} : constraints.audio;
    page.microphoneAskedAs = wanted;
    const isSecond = JSON.stringify(wanted.deviceId ?? "").includes("second");
    const context = new AudioContext({ sampleRate: 48_000 });
    const destination = new MediaStreamAudioDestinationNode(context, { channelCount: 1 });
    const level = new GainNode(context, { gain: 0.3 });
    const swell = new OscillatorNode(context, { frequency: 3 });
    const depth = new GainNode(context, { gain: 0.2 });
    swell.connect(depth).connect(level.gain);
    const tone = new OscillatorNode(context, { frequency: isSecond ? second : hz });
    tone.connect(level).connect(destination);
    tone.start();
    swell.start();
    await context.resume();
    return destination.stream;
  };
  navigator.mediaDevices.enumerateDevices = async () => {
    const names = { default: `Tone of ${hz} Hz`, second: `Tone of ${second} Hz` };
    return Object.entries(names).map(([deviceId, label]) => {
      const device = { deviceId, groupId: "tone", kind: "audioinput" as const, label: hz === null ? "" : label };
      return { ...device, toJSON: () => device };
    });
  };
}
