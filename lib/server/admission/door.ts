import type pg from "pg";
import type { RoomId } from "@/lib/domain/ids";
import { refused } from "@/lib/domain/ruling";
import { env } from "@/lib/env";
import { ringHallway } from "@/lib/server/notify/ring-hallway";
import { hotPool } from "@/lib/server/postgres/db";
import { gather } from "@/lib/server/postgres/gather";
import { oncePerProcess } from "@/lib/server/postgres/process";
import type { DoorState } from "./admit-batch";
import { admitTogether } from "./admit-together";
import { FamilyGrowth } from "./family-growth";
import { type LeaveRequest, leaveTogether } from "./leave-together";
import { Crowding, type CrowdTriggers } from "./line/crowding";
import { DoorLines } from "./line/door-lines";
import type { Admission, JoinRequest } from "./request";

/** How long a caller waits for an answer at most. A batch that is under way may still seat them, and asking again finds the seat. */
const PATIENCE_MS = 4_000;

/** Where arrivals are placed in rooms, and where people go out. */
export type Door = {
  /**
   * Gives a person a seat in a room, or where it is full in an overflow room of its family, or keeps the one they have
   * there; another room is left in the same act. Under a crowd, or where the family has no place left, it is a place in
   * line instead (`waits`); a person who shows that ticket is told how it stands until it is their turn.
   * Safe to repeat. Throws ServiceAway("database") where Postgres is away or the connection was lost in mid-batch.
   */
  admit: (request: JoinRequest) => Promise<Admission>;
  /** Closes the person's seat there, if they hold one, and gives up their place in line. Answers whether there is such a room. Safe to repeat; throws as `admit`. */
  leave: (request: LeaveRequest) => Promise<boolean>;
};

/** A door of its own, with one batch of each kind in flight at a time; `onChange` hears which rooms' seats changed. */
export function openDoor(
  pool: pg.Pool,
  onChange: (roomIds: RoomId[]) => void = () => {},
  triggers: CrowdTriggers = { batch: env().PLENUM_DOOR_BATCH, p95Ms: env().PLENUM_DOOR_P95_MS },
): Door {
  const crowding = new Crowding(triggers);
  const lines = new DoorLines(pool, crowding);
  const state: DoorState = {
    growth: new FamilyGrowth(),
    isCrowded: (roomId) => crowding.isCrowded(roomId),
  };
  const admitOne = gather((requests: JoinRequest[]) => admitTogether(pool, state, requests), PATIENCE_MS);
  const leaveOne = gather((requests: LeaveRequest[]) => leaveTogether(pool, requests), PATIENCE_MS);

  const admit = async (request: JoinRequest): Promise<Admission> => {
    const answered = crowding.arrives(request.roomId);
    const outcome = await admitOne(request).finally(answered);
    if (!outcome.ok) throw outcome.fault;
    const { answer } = outcome;
    if ("waits" in answer) return { ok: false, refusal: "waits", line: await lines.placeOf(answer.waits) };
    if (answer.ok && answer.value.fresh) {
      const { seat, left } = answer.value;
      onChange(left ? [seat.roomId as RoomId, left] : [seat.roomId as RoomId]);
    }
    return answer;
  };

  return {
    admit: async (request) => {
      const place = request.ticket ? await lines.ask(request.roomId, request.ticket) : "turn";
      if (place === "turn") return admit(request);
      crowding.polled(request.roomId);
      return place === "wrong" ? refused("ticket_wrong") : { ok: false, refusal: "waits", line: place };
    },
    leave: async (request) => {
      const departure = await leaveOne(request);
      if (!departure.ok) throw departure.fault;
      if (departure.roomExists) onChange([request.roomId]);
      return departure.roomExists;
    },
  };
}

/** The one door of this process. */
export const door = (): Door => oncePerProcess("door", () => openDoor(hotPool(), ringHallway));
