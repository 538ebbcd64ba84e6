import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import type { Target } from "./listener";
import type { Order, Told } from "./messages";

/** Bundled beside the tool itself. */
const LISTEN = fileURLToPath(new URL("listen.mjs", import.meta.url));
/** Seats are given back a few at a time, and whoever is still coming in is waited for. */
const STOPPED_WITHIN_MS = 45_000;

/** A listening process and those who listen in it. */
export class Group {
  readonly numbers = new Set<number>();
  gone = false;
  readonly #child: ChildProcess;
  readonly #ended: Promise<unknown>;

  constructor(target: Target, onTold: (told: Told) => void, onGone: (code: number | null) => void) {
    this.#child = fork(LISTEN, [JSON.stringify(target)], {
      execArgv: ["--enable-source-maps"],
      // The library is quiet only there.
      env: { ...process.env, NODE_ENV: "production" },
    });
    this.#child.on("message", (told) => onTold(told as Told));
    this.#ended = once(this.#child, "exit").then(([code]) => {
      this.gone = true;
      onGone(code as number | null);
    });
  }

  order(order: Order): void {
    if (!this.gone && this.#child.connected) this.#child.send(order);
  }

  /** Everyone in it goes, and it ends; by force where it does not end by itself. */
  async stop(): Promise<void> {
    if (this.gone) return;
    this.order({ do: "stop" });
    const force = setTimeout(() => this.#child.kill("SIGKILL"), STOPPED_WITHIN_MS);
    await this.#ended;
    clearTimeout(force);
  }
}
