/** How one voice is to be played. `level`: 0 to 1. `outputId`: null for the system's own loudspeaker. */
export type Tuning = { level: number; outputId: string | null };

/** Differences that nobody hears, and that rounding makes. */
const SAME_LEVEL = 0.01;

/** One audio element of the pool. Make it and `start` it inside a tap. */
export class Player {
  readonly #element = document.createElement("audio");
  #track: MediaStreamTrack | null = null;
  #tuning: Tuning = { level: 1, outputId: null };
  #gain: { node: GainNode; context: AudioContext } | null = null;

  constructor() {
    this.#element.autoplay = true;
    this.#element.setAttribute("playsinline", "");
    this.#element.hidden = true;
    document.body.append(this.#element);
  }

  get track(): MediaStreamTrack | null {
    return this.#track;
  }

  play(personId: string, track: MediaStreamTrack): void {
    this.empty();
    this.#track = track;
    this.#element.dataset.person = personId;
    this.#element.srcObject = new MediaStream([track]);
    this.#setLevel(this.#tuning.level);
  }

  empty(): void {
    this.#track = null;
    this.#element.srcObject = null;
    delete this.#element.dataset.person;
    this.#dropGain();
  }

  /** As `HTMLMediaElement.play`: rejects where the browser wants a tap first. */
  start(): Promise<void> {
    return this.#element.play();
  }

  tune({ level, outputId }: Tuning): void {
    if (outputId !== this.#tuning.outputId) this.#setOutput(outputId);
    if (level !== this.#tuning.level) this.#setLevel(level);
    this.#tuning = { level, outputId };
  }

  /**
   * An element's own volume, so that received sound stays out of WebAudio: that stops on a locked iPhone. iPhones in turn
   * ignore an element's volume, so only there, and only for what is neither silent nor full, a gain takes its place.
   * Source: mechanics, sound in the browser.
   */
  #setLevel(level: number): void {
    const element = this.#element;
    element.volume = level;
    const ignored = Math.abs(element.volume - level) > SAME_LEVEL && level > 0;
    if (ignored && this.#track) this.#setGain(this.#track, level);
    else this.#dropGain();
    element.muted = level === 0 || this.#gain !== null;
  }

  #setGain(track: MediaStreamTrack, level: number): void {
    if (!this.#gain) {
      const context = new AudioContext();
      const node = new GainNode(context);
      context
        .createMediaStreamSource(new MediaStream([track]))
        .connect(node)
        .connect(context.destination);
      this.#gain = { node, context };
    }
    this.#gain.node.gain.value = level;
  }

  #dropGain(): void {
    void this.#gain?.context.close();
    this.#gain = null;
  }

  #setOutput(outputId: string | null): void {
    // A loudspeaker that is gone leaves the sound where it is; browsers without a choice have no such function.
    this.#element.setSinkId?.(outputId ?? "").catch(() => {});
  }
}
