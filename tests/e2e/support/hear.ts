import type { BrowserContext, Page } from "@playwright/test";
import { expect } from "@playwright/test";

/** Levels in dB of full scale, of one FFT bin. What lies between is neither a tone nor silence. */
const HEARD_DB = -50;
const SILENT_DB = -65;

const POLL_MS = 50;

type Sound = {
  /** Peak near the frequency asked for, in dB; -200 where nothing plays. */
  toneDb: number;
  /** Root mean square of all that plays, in dB. */
  rmsDb: number;
  /** Elements that play something. */
  playing: number;
};

/** Lets a context's pages be listened to. Call it before the first page is opened. */
export async function openEars(context: BrowserContext): Promise<void> {
  await context.addInitScript(installEars);
}

/** What the page's audio elements play at this moment. */
export const soundOf = (page: Page, hz: number): Promise<Sound> =>
  page.evaluate(async (wanted) => {
    const ears = (window as { ears?: Ears }).ears;
    if (!ears) throw new Error("This page has no ears: call openEars first");
    return ears.measure(wanted);
  }, hz);

/** Waits until the page plays that tone. Answers how many milliseconds it took. */
export async function expectTone(page: Page, hz: number, { withinMs = 8_000 } = {}): Promise<number> {
  const startedAt = Date.now();
  let loudest = -200;
  let inARow = 0;
  while (Date.now() - startedAt < withinMs) {
    const { toneDb } = await soundOf(page, hz);
    loudest = Math.max(loudest, toneDb);
    inARow = toneDb > HEARD_DB ? inARow + 1 : 0;
    if (inARow === 2) return Date.now() - startedAt;
    await page.waitForTimeout(POLL_MS);
  }
  expect(loudest, `loudest ${hz} Hz within ${withinMs} ms, in dB`).toBeGreaterThan(HEARD_DB);
  throw new Error(`${hz} Hz was heard only in flashes`);
}

/** Waits until that tone is gone from the page and then stays away for `forMs`. With `withinMs: 0` it must be away from now on. */
export async function expectSilence(page: Page, hz: number, { withinMs = 2_000, forMs = 1_000 } = {}): Promise<void> {
  const startedAt = Date.now();
  let silentSince: number | null = null;
  for (;;) {
    const { toneDb } = await soundOf(page, hz);
    const now = Date.now();
    if (toneDb < SILENT_DB) silentSince ??= now;
    else {
      silentSince = null;
      if (now - startedAt > withinMs)
        expect(toneDb, `${hz} Hz after ${now - startedAt} ms, in dB`).toBeLessThan(SILENT_DB);
    }
    if (silentSince !== null && now - silentSince >= forMs) return;
    await page.waitForTimeout(POLL_MS);
  }
}

/** Waits until the page plays anything at all, such as speech. */
export async function expectSound(page: Page, { withinMs = 8_000, aboveDb = -45 } = {}): Promise<void> {
  await expect
    .poll(async () => (await soundOf(page, 440)).rmsDb, { timeout: withinMs, intervals: [POLL_MS] })
    .toBeGreaterThan(aboveDb);
}

type Ears = { measure: (hz: number) => Promise<Sound> };

/**
 * Runs in the page: remembers every element that was ever given a stream, and measures what the playing ones carry.
 * The element itself is asked whether it plays; an analyser alone would also hear what nobody does.
 */
function installEars(): void {
  const elements = new Set<HTMLMediaElement>();
  const analysers = new WeakMap<MediaStreamTrack, AnalyserNode>();
  let context: AudioContext | null = null;
  const given = Object.getOwnPropertyDescriptor(HTMLMediaElement.prototype, "srcObject");
  if (!given?.get || !given.set) return;
  const { get, set } = given;
  Object.defineProperty(HTMLMediaElement.prototype, "srcObject", {
    configurable: true,
    get,
    set(this: HTMLMediaElement, stream: MediaProvider | null) {
      elements.add(this);
      set.call(this, stream);
    },
  });

  function analyserOf(track: MediaStreamTrack): AnalyserNode {
    const known = analysers.get(track);
    if (known) return known;
    context ??= new AudioContext({ sampleRate: 48_000 });
    const analyser = new AnalyserNode(context, { fftSize: 8_192, smoothingTimeConstant: 0, minDecibels: -200 });
    context.createMediaStreamSource(new MediaStream([track])).connect(analyser);
    analysers.set(track, analyser);
    return analyser;
  }

  const heardTracks = (): MediaStreamTrack[] =>
    [...elements].flatMap((element) => {
      if (element.paused || element.muted || element.volume === 0) return [];
      if (!(element.srcObject instanceof MediaStream)) return [];
      return element.srcObject.getAudioTracks().filter((track) => track.enabled && track.readyState === "live");
    });

  async function measure(hz: number): Promise<Sound> {
    const heard = heardTracks().map(analyserOf);
    if (context?.state === "suspended")
      await Promise.race([context.resume(), new Promise((resolve) => setTimeout(resolve, 200))]);
    if (context && context.state !== "running") throw new Error(`The ears are ${context.state}`);
    let toneDb = -200;
    let power = 0;
    for (const analyser of heard) {
      const spectrum = new Float32Array(analyser.frequencyBinCount);
      analyser.getFloatFrequencyData(spectrum);
      const bin = (hz * analyser.fftSize) / analyser.context.sampleRate;
      for (const level of spectrum.slice(Math.floor(bin) - 2, Math.ceil(bin) + 3)) toneDb = Math.max(toneDb, level);
      const wave = new Float32Array(analyser.fftSize);
      analyser.getFloatTimeDomainData(wave);
      power += wave.reduce((sum, sample) => sum + sample * sample, 0) / wave.length;
    }
    return { toneDb, rmsDb: power > 0 ? 10 * Math.log10(power) : -200, playing: heard.length };
  }

  (window as { ears?: Ears }).ears = { measure };
}
