import type { Page } from "@playwright/test";

const SOUND_WITHIN_MS = 10_000;

type Timed = Window & { firstSoundMs?: number };

/** Null where nothing was heard in time. */
export async function firstSoundMs(page: Page): Promise<number | null> {
  try {
    const heard = await page.waitForFunction(() => (window as Timed).firstSoundMs, undefined, {
      timeout: SOUND_WITHIN_MS,
      polling: 20,
    });
    return (await heard.jsonValue()) ?? null;
  } catch {
    return null;
  }
}

/** Runs in the page: from the click to the first moment in which a playing element carries more than silence. */
export function timeFirstSound(): void {
  const elements = new Set<HTMLMediaElement>();
  const analysers = new Map<MediaStreamTrack, AnalyserNode>();
  const given = Object.getOwnPropertyDescriptor(HTMLMediaElement.prototype, "srcObject");
  const context = new AudioContext();
  let clickedAt = 0;
  Object.defineProperty(HTMLMediaElement.prototype, "srcObject", {
    ...given,
    set(this: HTMLMediaElement, stream: MediaProvider | null) {
      elements.add(this);
      given?.set?.call(this, stream);
    },
  });
  const isLoud = (track: MediaStreamTrack): boolean => {
    let analyser = analysers.get(track);
    if (!analyser) {
      analyser = new AnalyserNode(context, { fftSize: 256 });
      context.createMediaStreamSource(new MediaStream([track])).connect(analyser);
      analysers.set(track, analyser);
    }
    const wave = new Float32Array(analyser.fftSize);
    analyser.getFloatTimeDomainData(wave);
    return wave.some((sample) => Math.abs(sample) > 0.01);
  };
  const listen = (): void => {
    for (const element of elements) {
      if (element.paused || !(element.srcObject instanceof MediaStream)) continue;
      if (!element.srcObject.getAudioTracks().some(isLoud)) continue;
      (window as Timed).firstSoundMs = performance.now() - clickedAt;
      return;
    }
    setTimeout(listen, 4);
  };
  const start = (event: Event): void => {
    if (!event.isTrusted || clickedAt) return;
    clickedAt = performance.now();
    listen();
  };
  addEventListener("click", start, { capture: true });
}
