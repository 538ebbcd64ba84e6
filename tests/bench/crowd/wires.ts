import type { Socket } from "node:net";
import { askOver, openSocket } from "@/tests/support/scenes/flood";

/** More open connections to one process than a crowd's browsers need in a moment. */
const MOST_OPEN = 1_000;

type Answer = { status: number; body: string };

/** Connections to one process, opened as they are needed and kept. A request that finds none free waits for one. */
export class Wires {
  readonly #free: Socket[] = [];
  readonly #waiting: (() => void)[] = [];
  #open = 0;
  /** The process was killed: who asks now gets no answer. */
  dead = false;

  constructor(readonly port: number) {}

  /** Null where no whole answer came. */
  async ask(request: string): Promise<Answer | null> {
    while (!this.dead && this.#free.length === 0 && this.#open >= MOST_OPEN) {
      await new Promise<void>((resolve) => this.#waiting.push(resolve));
    }
    if (this.dead) return null;
    let socket = this.#free.pop();
    try {
      if (!socket) {
        this.#open += 1;
        socket = await openSocket(this.port);
        socket.on("error", () => {});
      }
      const answer = await askOver(socket, request);
      this.#free.push(socket);
      return answer;
    } catch {
      this.#open -= 1;
      socket?.destroy();
      return null;
    } finally {
      this.#waiting.shift()?.();
    }
  }

  close(): void {
    this.dead = true;
    for (const wake of this.#waiting.splice(0)) wake();
    for (const socket of this.#free.splice(0)) socket.destroy();
  }
}
