import { HELD_MS, loudness } from "./loudness";

/** Twelve times a second: smooth to the eye, nothing to the processor. */
const DRAW_EVERY_MS = 80;
/** Above this a ring is lit; below `QUIET` it goes out. */
const SPEAKING = 0.12;
const QUIET = 0.06;
/** Somebody counts as speaking this long after their last sound, so that a breath is no change of speaker. */
const BREATH_MS = 900;

/** Reads how loud somebody is now, 0 to 1; null where nothing new came since the last look. */
export type LevelSource = () => number | null;

type Heard = { read: LevelSource; level: number; freshAt: number; loudAt: number };

/**
 * Rings that follow the sound: levels are read from each track and drawn as a CSS variable on the elements that asked
 * for them, without passing through React. Source: mechanics, announcements ("rings follow getSynchronizationSources").
 */
class VoiceLevels {
  #heard = new Map<string, Heard>();
  #elements = new Map<string, Set<HTMLElement>>();
  #speaking: readonly string[] = [];
  #watchers = new Set<() => void>();
  #timer: ReturnType<typeof setInterval> | null = null;

  /** Listens to exactly these people. A source that stays the same object keeps its level. */
  follow(sources: Map<string, LevelSource>): void {
    for (const [personId, { read }] of this.#heard) if (sources.get(personId) !== read) this.#drop(personId);
    for (const [personId, read] of sources) {
      if (!this.#heard.has(personId)) this.#heard.set(personId, { read, level: 0, freshAt: 0, loudAt: 0 });
    }
    if (this.#heard.size > 0) this.#timer ??= setInterval(() => this.#draw(), DRAW_EVERY_MS);
    else this.#stop();
  }

  /** Draws a person's level on an element, as `--level` and `data-speaking`, until the returned function is called. */
  drawOn(personId: string, element: HTMLElement): () => void {
    const elements = this.#elements.get(personId) ?? new Set();
    this.#elements.set(personId, elements.add(element));
    // A level that stays as it is tells no element that comes later.
    draw(element, this.#heard.get(personId)?.level ?? 0);
    return () => elements.delete(element);
  }

  /** Whether that person, and whether anybody else, is loud enough now for their ring to be lit. */
  soundsOf(personId: string): { own: boolean; others: boolean } {
    const loud = this.loud();
    return { own: loud.includes(personId), others: loud.some((id) => id !== personId) };
  }

  /** Whose ring is lit now: without the breath that `speaking` allows. */
  loud(): string[] {
    return [...this.#heard].flatMap(([id, { level }]) => (level > SPEAKING ? [id] : []));
  }

  /** Who speaks, in the order of `follow`; the same array while nobody begins or stops. */
  readonly speaking = (): readonly string[] => this.#speaking;

  readonly watch = (tell: () => void): (() => void) => {
    this.#watchers.add(tell);
    return () => this.#watchers.delete(tell);
  };

  #draw(): void {
    const now = performance.now();
    for (const [personId, heard] of this.#heard) {
      const raw = heard.read();
      if (raw !== null) heard.freshAt = now;
      const target = raw === null ? (now - heard.freshAt > HELD_MS ? 0 : heard.level) : loudness(raw);
      const level = target > heard.level ? target : heard.level * 0.7 + target * 0.3;
      if (level > SPEAKING) heard.loudAt = now;
      if (Math.abs(level - heard.level) > 0.005 || (level < QUIET && heard.level >= QUIET)) this.#show(personId, level);
      heard.level = level;
    }
    this.#tellSpeaking(
      [...this.#heard].filter(([, { loudAt }]) => loudAt > 0 && now - loudAt < BREATH_MS).map(([id]) => id),
    );
  }

  #show(personId: string, level: number): void {
    for (const element of this.#elements.get(personId) ?? []) draw(element, level);
  }

  #drop(personId: string): void {
    this.#show(personId, 0);
    this.#heard.delete(personId);
  }

  #stop(): void {
    if (this.#timer) clearInterval(this.#timer);
    this.#timer = null;
    this.#tellSpeaking([]);
  }

  #tellSpeaking(speaking: string[]): void {
    if (speaking.join() === this.#speaking.join()) return;
    this.#speaking = speaking;
    for (const tell of this.#watchers) tell();
  }
}

function draw(element: HTMLElement, level: number): void {
  element.style.setProperty("--level", level.toFixed(2));
  if (level > SPEAKING) element.dataset.speaking = "true";
  else if (level < QUIET) delete element.dataset.speaking;
}

export const voiceLevels = new VoiceLevels();
