import type pg from "pg";
import type { RoomId } from "@/lib/domain/ids";
import { hotPool } from "@/lib/server/db";
import { gather } from "@/lib/server/gather";
import { oncePerProcess } from "@/lib/server/process";
import { admitTogether } from "./admit-together";
import { ArrivalRate } from "./arrival-rate";
import { type LeaveRequest, leaveTogether } from "./leave-together";
import type { Admission, JoinRequest } from "./request";
import { ringHallway } from "./ring-hallway";

/** Where arrivals are placed in rooms, and where people go out. */
export type Door = {
  /**
   * Gives a person a seat in a room, or where it is full in an overflow room of its family, or keeps the one they have
   * there; another room is left in the same act.
   * Safe to repeat. Throws ServiceAway("database") where Postgres is away or the connection was lost in mid-batch.
   */
  admit: (request: JoinRequest) => Promise<Admission>;
  /** Closes the person's seat there, if they hold one. Answers whether there is such a room. Safe to repeat; throws as `admit`. */
  leave: (request: LeaveRequest) => Promise<boolean>;
};

/** A door of its own, with one batch of each kind in flight at a time; `onChange` hears which rooms' seats changed. */
export function openDoor(pool: pg.Pool, onChange: (roomIds: RoomId[]) => void = () => {}): Door {
  const rate = new ArrivalRate();
  const admitOne = gather((requests: JoinRequest[]) => admitTogether(pool, rate, requests));
  const leaveOne = gather((requests: LeaveRequest[]) => leaveTogether(pool, requests));
  return {
    admit: async (request) => {
      const outcome = await admitOne(request);
      if (!outcome.ok) throw outcome.fault;
      const { admission } = outcome;
      if (admission.ok && admission.value.fresh) {
        const { seat, left } = admission.value;
        onChange(left ? [seat.roomId as RoomId, left] : [seat.roomId as RoomId]);
      }
      return admission;
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
