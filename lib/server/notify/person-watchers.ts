import type { PersonId } from "@/lib/domain/ids";

/** Who of a process's open pages waits for word about which person. */
export class PersonWatchers<Word = void> {
  readonly #byPerson = new Map<string, Set<(word: Word) => void>>();

  /** Returns what ends the watching. */
  add(personId: PersonId, tell: (word: Word) => void): () => void {
    const watchers = this.#byPerson.get(personId) ?? new Set();
    this.#byPerson.set(personId, watchers.add(tell));
    return () => {
      watchers.delete(tell);
      if (watchers.size === 0 && this.#byPerson.get(personId) === watchers) this.#byPerson.delete(personId);
    };
  }

  people(): PersonId[] {
    return [...this.#byPerson.keys()] as PersonId[];
  }

  tell(personId: string, word: Word): void {
    for (const tell of this.#byPerson.get(personId) ?? []) tell(word);
  }

  tellAll(word: Word): void {
    for (const personId of this.people()) this.tell(personId, word);
  }
}
