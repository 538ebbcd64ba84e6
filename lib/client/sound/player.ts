import { pause } from "@/lib/client/browser/pause";
import { outletOf } from "./compare";
import { pageContext } from "./page-context";
import { volumeIsIgnored } from "./volume-ignored";

/** Differences this small come from rounding, and nobody hears them. */
const SAME_LEVEL = 0.01;

/** An element whose clock stood still for so long, while it was watched, plays nothing. */
const STILL_MS = 1_400;
const LOOKED_MS = 1_200;

/** A loudspeaker that has not answered by then is not to be had: some drivers never do. */
const MOVE_WITHIN_MS = 4_000;

/** One audio element of the pool. Make it and `start` it inside a tap. */
export class Player {
  readonly #element = document.createElement("audio");
  #track: MediaStreamTrack | null = null;
  #level = 1;
  #gain: { node: GainNode; source: MediaStreamAudioSourceNode; context: AudioContext } | null = null;
  /** The loudspeaker that it is on its way to; undefined where it is on none. */
  #movingTo: string | null | undefined;
  #clock = { time: 0, movedAt: 0, lookedAt: 0 };

  /** `onPaused`: it stopped, for whatever reason. */
  constructor(onPaused: () => void) {
    this.#element.autoplay = true;
    this.#element.setAttribute("playsinline", "");
    this.#element.hidden = true;
    this.#element.addEventListener("pause", onPaused);
    document.body.append(this.#element);
  }

  get track(): MediaStreamTrack | null {
    return this.#track;
  }

  /** Whether there is something to hear of it: a track that has ended stays silent by itself. */
  get isWanted(): boolean {
    return this.#track?.readyState === "live";
  }

  /** The loudspeaker it really uses; null for the system's own. */
  get outputId(): string | null {
    return this.#element.sinkId || null;
  }

  play(personId: string, track: MediaStreamTrack): void {
    this.empty();
    this.#track = track;
    this.#element.dataset.person = personId;
    this.#element.srcObject = new MediaStream([track]);
    this.setLevel(this.#level);
  }

  empty(): void {
    this.#track = null;
    this.#element.srcObject = null;
    delete this.#element.dataset.person;
    this.#dropGain();
  }

  /** As `HTMLMediaElement.play`: rejects where the browser wants a tap first. */
  async start(): Promise<void> {
    if (this.#track && this.#isStill) this.#element.srcObject = new MediaStream([this.#track]);
    this.#clock.movedAt = performance.now();
    await this.#element.play();
  }

  /** Whether the system has stopped it. Ask twice a second: at longer intervals the clock looks as if it stood. */
  isStopped(now: number): boolean {
    const { currentTime: time, paused } = this.#element;
    const { lookedAt } = this.#clock;
    if (time !== this.#clock.time || paused || now - lookedAt > LOOKED_MS)
      this.#clock = { time, movedAt: now, lookedAt };
    this.#clock.lookedAt = now;
    return paused || this.#isStill;
  }

  /** It plays what it is told to by a clock that has begun: one that waits for the first sound stands still rightly. */
  get #isStill(): boolean {
    const { time, movedAt, lookedAt } = this.#clock;
    return time > 0 && !this.#element.paused && lookedAt - movedAt > STILL_MS;
  }

  /**
   * Sets the volume, also where something else has changed it. An element's own volume, so that received sound stays out of
   * WebAudio: that stops on a locked iPhone. iPhones in turn ignore an element's volume, so only there, and only for what is
   * neither silent nor full, a gain takes its place. Source: mechanics, sound in the browser.
   */
  setLevel(level: number): void {
    this.#level = level;
    const context = pageContext.running();
    const outlet = outletOf({ level, ignored: volumeIsIgnored(), running: context !== null });
    const element = this.#element;
    if (context && this.#track && outlet.gain !== null) this.#setGain(context, this.#track, outlet.gain);
    const muted = outlet.gain === null ? outlet.muted : this.#gain !== null;
    if (element.muted !== muted) element.muted = muted;
    if (Math.abs(element.volume - outlet.volume) > SAME_LEVEL) element.volume = outlet.volume;
    if (outlet.gain === null) this.#dropGain();
  }

  /** Rejects where that loudspeaker cannot be had; browsers without a choice have no such function. One that is on its way is not asked again. */
  async setOutput(outputId: string | null): Promise<void> {
    if (this.#movingTo === outputId) return;
    this.#movingTo = outputId;
    try {
      await Promise.race([this.#element.setSinkId?.(outputId ?? ""), failsAfter(MOVE_WITHIN_MS)]);
    } finally {
      if (this.#movingTo === outputId) this.#movingTo = undefined;
    }
  }

  #setGain(context: AudioContext, track: MediaStreamTrack, level: number): void {
    try {
      if (this.#gain?.context !== context) {
        this.#dropGain();
        const node = new GainNode(context);
        const source = context.createMediaStreamSource(new MediaStream([track]));
        source.connect(node).connect(context.destination);
        this.#gain = { node, source, context };
      }
      this.#gain.node.gain.value = level;
    } catch {
      // The context was closed, or does not take this sound: the element plays it as it comes.
      this.#dropGain();
    }
  }

  #dropGain(): void {
    this.#gain?.source.disconnect();
    this.#gain?.node.disconnect();
    this.#gain = null;
  }
}

async function failsAfter(ms: number): Promise<never> {
  await pause(ms);
  throw new Error(`No answer within ${ms} ms`);
}
