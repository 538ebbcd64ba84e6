/** How loud this page plays everything, 0 to 1: a player in another site's frame has no system of its own to turn down. Kept until the page goes. */
class PageVolume {
  #level = 1;
  readonly #watchers = new Set<() => void>();

  readonly state = (): number => this.#level;

  readonly serverState = (): number => 1;

  readonly watch = (tell: () => void): (() => void) => {
    this.#watchers.add(tell);
    return () => this.#watchers.delete(tell);
  };

  readonly change = (level: number): void => {
    this.#level = level;
    for (const tell of this.#watchers) tell();
  };
}

export const pageVolume = new PageVolume();
