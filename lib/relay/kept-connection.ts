import { log } from "@/lib/server/postgres/log";
import type { RoomConnection } from "./connect-room";

const FIRST_RETRY_MS = 250;
const LONGEST_RETRY_MS = 2_000;

type Kept = {
  /** What it is called in the log, and what identifies it there. */
  name: string;
  facts: Record<string, string>;
  connect: () => Promise<RoomConnection>;
  /** Another participant came in under the same identity. Resolves when a new try may begin. */
  replaced: () => Promise<unknown>;
};

/**
 * A connection that is there for as long as `keepUp` is called: one try in flight, tries jittered and at most 2 s apart.
 * It never throws; what fails is logged once and tried again.
 */
export class KeptConnection {
  #connection: RoomConnection | null = null;
  #busy: Promise<void> | null = null;
  #retryAtMs = 0;
  #retryMs = FIRST_RETRY_MS;
  #closed = false;
  readonly #kept: Kept;

  constructor(kept: Kept) {
    this.#kept = kept;
  }

  /** The connection while it stands. */
  get now(): RoomConnection | null {
    return this.#connection;
  }

  keepUp(): void {
    if (this.#closed || this.#connection || this.#busy || Date.now() < this.#retryAtMs) return;
    this.#work(this.#connect());
  }

  /** Leaves; the next `keepUp` comes back. */
  drop(): void {
    const connection = this.#connection;
    this.#connection = null;
    void connection?.close();
  }

  async close(): Promise<void> {
    this.#closed = true;
    await this.#busy;
    await this.#connection?.close();
  }

  #work(work: Promise<void>): void {
    this.#busy = work.finally(() => {
      this.#busy = null;
    });
  }

  async #connect(): Promise<void> {
    const { name, facts } = this.#kept;
    try {
      const connection = await this.#kept.connect();
      this.#connection = connection;
      this.#retryMs = FIRST_RETRY_MS;
      log().info(facts, `${name} connected`);
      void connection.lost.then((reason) => this.#lost(connection, reason));
    } catch (fault) {
      const level = this.#retryMs === FIRST_RETRY_MS ? "warn" : "debug";
      log()[level]({ err: fault, ...facts }, `${name} not connected`);
      this.#retryLater();
    }
  }

  #lost(connection: RoomConnection, reason: string): void {
    if (this.#connection !== connection) return;
    this.#connection = null;
    if (this.#closed) return;
    log().warn({ ...this.#kept.facts, reason }, `${this.#kept.name} lost`);
    this.#work(this.#leave(connection, reason));
  }

  /** The old connection is left before a new one is tried, or it might come back and push the new one out. */
  async #leave(connection: RoomConnection, reason: string): Promise<void> {
    await connection.close();
    if (reason === "DUPLICATE_IDENTITY") await this.#kept.replaced();
    else this.#retryLater();
  }

  #retryLater(): void {
    this.#retryAtMs = Date.now() + this.#retryMs * (0.5 + Math.random() / 2);
    this.#retryMs = Math.min(this.#retryMs * 2, LONGEST_RETRY_MS);
  }
}
