import type pg from "pg";
import type { RoomId } from "@/lib/domain/ids";
import { estimateSeconds, placeInLine, pollAfterMs } from "@/lib/domain/seats/door-line";
import { inTransaction } from "@/lib/server/admission/in-transaction";
import type { Crowding } from "./crowding";
import { LinePace } from "./line-pace";
import { type LineRead, turnLine } from "./turn-line";

/** A line is turned and read once in this time a process, however many ask. */
const TURN_MS = 1_000;

/** Lines that nobody asked about for so long are forgotten. */
const FORGET_MS = 60_000;

/** Where somebody stands. `estimateSeconds` null: nobody can tell, since nothing moves. */
export type PlaceInLine = {
  familyId: RoomId;
  number: number;
  place: number;
  waiting: number;
  estimateSeconds: number | null;
  pollAfterMs: number;
};

/** A place in a family's line as a signed ticket names it. */
export type ShownTicket = { familyId: RoomId; number: number };

type KeptLine = {
  reading: Promise<LineRead>;
  readAt: number;
  pace: LinePace;
  /** Numbers that were polled since the reading began. */
  polled: Set<number>;
};

/**
 * The lines before one process's door. A person who asks where they stand is answered from the line as this process read it
 * last, no longer than a second ago, and what they asked is written down together with all others at the next turn: there
 * is no query a person. Throws ServiceAway("database").
 */
export class DoorLines {
  readonly #lines = new Map<RoomId, KeptLine>();
  readonly #pool: pg.Pool;
  readonly #crowding: Pick<Crowding, "perSecond" | "isSlow">;

  constructor(pool: pg.Pool, crowding: Pick<Crowding, "perSecond" | "isSlow">) {
    this.#pool = pool;
    this.#crowding = crowding;
  }

  /**
   * Where somebody with a ticket stands. `turn`: their turn has come, or the place is lost, or the room is over; the door
   * tells them. `wrong`: the ticket is for another family.
   */
  async ask(roomId: RoomId, ticket: ShownTicket): Promise<PlaceInLine | "turn" | "wrong"> {
    const line = this.#line(ticket.familyId, ticket.number);
    const { live, rooms } = await line.reading;
    if (!rooms.has(roomId)) return "wrong";
    return (live && (await this.#placeIn(line, ticket))) || "turn";
  }

  /** The same for a ticket that was just given or found; it is not necessarily read yet. */
  async placeOf(ticket: ShownTicket): Promise<PlaceInLine> {
    const line = this.#line(ticket.familyId);
    return (await this.#placeIn(line, ticket)) ?? this.#viewOf(ticket, 1, 1, line.pace);
  }

  async #placeIn({ reading, pace }: KeptLine, ticket: ShownTicket): Promise<PlaceInLine | null> {
    const { numbers, lastNumber } = await reading;
    const place = placeInLine(ticket.number, numbers, lastNumber);
    return place === null ? null : this.#viewOf(ticket, place, Math.max(place, numbers.length), pace);
  }

  #viewOf(ticket: ShownTicket, place: number, waiting: number, pace: LinePace): PlaceInLine {
    const moved = pace.moved();
    const estimate = estimateSeconds(place, moved);
    const { familyId, number } = ticket;
    const known = {
      estimate,
      moved,
      doorPerSecond: this.#crowding.perSecond(familyId),
      slow: this.#crowding.isSlow(familyId),
    };
    const pollAfter = pollAfterMs(place, known, Math.random());
    return { familyId, number, place, waiting, estimateSeconds: estimate, pollAfterMs: pollAfter };
  }

  /** The line as it is kept. The first caller to find it too old turns it, for all who ask meanwhile. */
  #line(familyId: RoomId, polled?: number): KeptLine {
    const before = this.#lines.get(familyId);
    if (before && performance.now() - before.readAt <= TURN_MS) {
      if (polled !== undefined && before.polled.add(polled).size === 1) this.#turnSoon(familyId);
      return before;
    }
    return this.#turn(familyId, before, polled);
  }

  /** Writes the polls down, since nobody may ask again for a while. */
  #turnSoon(familyId: RoomId): void {
    setTimeout(() => {
      const line = this.#lines.get(familyId);
      if (line && line.polled.size > 0) this.#turn(familyId, line);
    }, TURN_MS).unref();
  }

  #turn(familyId: RoomId, before?: KeptLine, polled?: number): KeptLine {
    const now = performance.now();
    for (const [id, { readAt }] of this.#lines) if (now - readAt > FORGET_MS) this.#lines.delete(id);
    const pace = before?.pace ?? new LinePace();
    const facts = {
      doorPerSecond: this.#crowding.perSecond(familyId),
      slow: this.#crowding.isSlow(familyId),
      seconds: before ? (now - before.readAt) / 1_000 : TURN_MS / 1_000,
      polled: [...(before?.polled ?? []), ...(polled === undefined ? [] : [polled])],
    };
    const reading = inTransaction(this.#pool, (sql) => turnLine(sql, familyId, facts));
    const line: KeptLine = { reading, readAt: now, pace, polled: new Set() };
    this.#lines.set(familyId, line);
    reading.then(
      ({ calledTotal }) => pace.note({ at: performance.now(), called: calledTotal }),
      () => this.#lines.get(familyId) === line && this.#lines.delete(familyId),
    );
    return line;
  }
}
