/** One at a time: work on pictures takes a core for a moment, and the door is in the same process. */
export class Line {
  waiting = 0;
  #last: Promise<unknown> = Promise.resolve();

  after<Value>(act: () => Promise<Value>): Promise<Value> {
    this.waiting++;
    const mine = this.#last.then(act).finally(() => {
      this.waiting--;
    });
    this.#last = mine.catch(() => {});
    return mine;
  }
}
