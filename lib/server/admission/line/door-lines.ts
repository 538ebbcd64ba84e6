import type pg from "pg";
import { estimateSeconds, placeInLine, pollAfterMs } from "@/lib/domain/door-line";
import type { PersonId, RoomId } from "@/lib/domain/ids";
import { inTransaction } from "@/lib/server/admission/in-transaction";
import { gather } from "@/lib/server/gather";
import { LinePace } from "./line-pace";
import { type Poll, type PolledTicket, pollTickets } from "./poll-tickets";
import { type LineRead, turnLine } from "./turn-line";

/** A line is read at most once in this time a process, however many ask. */
const MAX_AGE_MS = 1_000;

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

type KeptLine = { reading: Promise<LineRead>; readAt: number; pace: LinePace };

/** The lines before one process's door. `isSlow`: the door has enough to do. Throws ServiceAway("database"). */
export class DoorLines {
  readonly #lines = new Map<RoomId, KeptLine>();
  readonly #poll: (poll: Poll) => Promise<PolledTicket>;

  constructor(
    private readonly pool: pg.Pool,
    private readonly isSlow: (familyId: RoomId) => boolean,
  ) {
    this.#poll = gather((polls) => pollTickets(pool, polls));
  }

  /**
   * Where somebody with a ticket stands. `turn`: their turn has come, or the place is lost, or the room is over; the door
   * tells them. `wrong`: the ticket is for another family.
   */
  async ask(roomId: RoomId, personId: PersonId, { familyId }: ShownTicket): Promise<PlaceInLine | "turn" | "wrong"> {
    const { live, rooms } = await this.#line(familyId).reading;
    if (!rooms.has(roomId)) return "wrong";
    if (!live) return "turn";
    const held = await this.#poll({ familyId, personId });
    return held && !held.called ? this.placeOf({ familyId, number: held.number }) : "turn";
  }

  async placeOf({ familyId, number }: ShownTicket): Promise<PlaceInLine> {
    const { reading, pace } = this.#line(familyId);
    const { numbers, lastNumber } = await reading;
    const place = placeInLine(number, numbers, lastNumber);
    const seconds = estimateSeconds(place, pace.moved());
    return {
      familyId,
      number,
      place,
      waiting: Math.max(place, numbers.length),
      estimateSeconds: seconds,
      pollAfterMs: pollAfterMs(place, seconds, Math.random()),
    };
  }

  /** Whoever asks for a line that was read too long ago turns it, for all who ask meanwhile. */
  #line(familyId: RoomId): KeptLine {
    const now = performance.now();
    const before = this.#lines.get(familyId);
    if (before && now - before.readAt <= MAX_AGE_MS) return before;
    for (const [id, { readAt }] of this.#lines) if (now - readAt > FORGET_MS) this.#lines.delete(id);
    const pace = before?.pace ?? new LinePace();
    const speed = { seatedPerSecond: pace.seatedPerSecond(), slow: this.isSlow(familyId) };
    const reading = inTransaction(this.pool, (client) => turnLine(client, familyId, speed));
    const line: KeptLine = { reading, readAt: now, pace };
    this.#lines.set(familyId, line);
    reading.then(
      ({ calledTotal, seatedTotal }) => pace.note({ at: performance.now(), called: calledTotal, seated: seatedTotal }),
      () => this.#lines.get(familyId) === line && this.#lines.delete(familyId),
    );
    return line;
  }
}
