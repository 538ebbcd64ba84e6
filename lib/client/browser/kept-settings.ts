/** Settings that this browser keeps, in every room and the next time too. `parse`: what was kept, whatever an older version left there. */
export class KeptSettings<Settings extends object> {
  #settings: Settings | null = null;
  readonly #watchers = new Set<() => void>();
  readonly #key: string;
  readonly #defaults: Settings;
  readonly #parse: (kept: unknown) => Settings;

  constructor(key: string, defaults: Settings, parse: (kept: unknown) => Settings) {
    this.#key = key;
    this.#defaults = defaults;
    this.#parse = parse;
  }

  readonly state = (): Settings => {
    this.#settings ??= this.#parse(this.#read());
    return this.#settings;
  };

  readonly serverState = (): Settings => this.#defaults;

  readonly watch = (tell: () => void): (() => void) => {
    this.#watchers.add(tell);
    return () => this.#watchers.delete(tell);
  };

  readonly change = (changes: Partial<Settings>): void => {
    this.#settings = { ...this.state(), ...changes };
    try {
      localStorage.setItem(this.#key, JSON.stringify(this.#settings));
    } catch {
      // A private window may keep nothing; then it holds until the page goes.
    }
    for (const tell of this.#watchers) tell();
  };

  #read(): unknown {
    try {
      return JSON.parse(localStorage.getItem(this.#key) ?? "null");
    } catch {
      return null;
    }
  }
}
