import { setTimeout as pause } from "node:timers/promises";
import { Room } from "@livekit/rtc-node";
import { connectListener, countersOf } from "./connect";
import { askDoor, type Credential, type DoorAnswer, leaveDoor } from "./door";
import type { Counters } from "./judge";
import { isLoopback } from "./loopback";
import type { HallSeat, NotIn } from "./messages";

/** Where they want in. `ownServer`: a media server elsewhere may be loaded too. */
export type Target = { url: string; roomId: string; ownServer: boolean };

export type CameIn = { hall: HallSeat; doorMs: number; soundMs: number | null };

/** Whoever stands in line longer than this goes home. */
const LONGEST_LINE_MS = 120_000;
const LEAVE_WITHIN_MS = 3_000;

/** One person who listens: a seat by the door, and a connection for sound. */
export class Listener {
  readonly #room = new Room();
  #seat: { roomId: string; credential: Credential } | null = null;
  #leaving = false;
  #coming: Promise<unknown> = Promise.resolve();
  readonly #target: Target;
  readonly #tell: { line: (place: number) => void; torn: (reason: string) => void };

  constructor(target: Target, tell: { line: (place: number) => void; torn: (reason: string) => void }) {
    this.#target = target;
    this.#tell = tell;
  }

  /** Takes a seat and connects. Whoever could not connect has given their seat back. */
  comeIn(token: string): Promise<CameIn | NotIn> {
    const coming = this.#enter(token);
    this.#coming = coming;
    return coming;
  }

  counters(): Promise<Counters | null> {
    return this.#seat ? countersOf(this.#room) : Promise.resolve(null);
  }

  /** Hangs up and gives the seat back, once they are in. Answers whether no seat of theirs is left behind. Safe to repeat. */
  async leave(): Promise<boolean> {
    this.#leaving = true;
    await this.#coming;
    return this.#goOut();
  }

  async #enter(token: string): Promise<CameIn | NotIn> {
    const startedAt = performance.now();
    const answer = await this.#standAtDoor(token === "" ? {} : { authorization: `Bearer ${token}` });
    if (answer.kind === "not-in") return answer.why;
    if (answer.kind === "line") return { at: "door", code: "still_in_line", retryAfterSeconds: null };
    const { hall, media, credential } = answer;
    this.#seat = { roomId: hall.roomId, credential };
    const doorMs = performance.now() - startedAt;
    if (!this.#target.ownServer && !isLoopback(media.url)) return this.#turnBack("media_server_elsewhere");
    try {
      const heard = await connectListener(this.#room, media, (reason) => this.#torn(reason));
      return { hall, doorMs, soundMs: heard ? performance.now() - startedAt : null };
    } catch {
      return this.#turnBack("not_connected");
    }
  }

  async #goOut(): Promise<boolean> {
    this.#leaving = true;
    const hungUp = this.#room.disconnect().catch(() => undefined);
    await Promise.race([hungUp, pause(LEAVE_WITHIN_MS, undefined, { ref: false })]);
    if (!this.#seat) return true;
    const { roomId, credential } = this.#seat;
    if (!(await leaveDoor(this.#target.url, roomId, credential))) return false;
    this.#seat = null;
    return true;
  }

  /** The door's last word: a place in line only where they went home out of it. */
  async #standAtDoor(credential: Credential): Promise<DoorAnswer> {
    const untilMs = performance.now() + LONGEST_LINE_MS;
    let answer = await askDoor(this.#target.url, this.#target.roomId, credential, null);
    while (answer.kind === "line" && performance.now() < untilMs && !this.#leaving) {
      this.#tell.line(answer.line.place);
      await pause(answer.line.pollAfterMs);
      answer = await askDoor(this.#target.url, this.#target.roomId, answer.credential, answer.line.token);
    }
    return answer;
  }

  async #turnBack(code: string): Promise<NotIn> {
    await this.#goOut();
    return { at: "media", code, retryAfterSeconds: null };
  }

  #torn(reason: string): void {
    if (!this.#leaving) this.#tell.torn(reason);
  }
}
