import type pg from "pg";
import type { RoomId } from "@/lib/domain/ids";
import { hotPool } from "@/lib/server/db";
import { gather } from "@/lib/server/gather";
import { oncePerProcess } from "@/lib/server/process";
import { admitTogether } from "./admit-together";
import type { Admission, JoinRequest } from "./request";
import { ringHallway } from "./ring-hallway";

/** Where arrivals are placed in rooms. */
export type Door = {
  /**
   * Gives a person a seat in a room, or keeps the one they have there; another room is left in the same act.
   * Safe to repeat. Throws ServiceAway("database") where Postgres is away or the connection was lost in mid-batch.
   */
  admit: (request: JoinRequest) => Promise<Admission>;
};

/** A door of its own, with one batch in flight at a time; `onChange` hears which rooms' seats changed. */
export function openDoor(pool: pg.Pool, onChange: (roomIds: RoomId[]) => void = () => {}): Door {
  const admitOne = gather((requests: JoinRequest[]) => admitTogether(pool, requests));
  return {
    admit: async (request) => {
      const outcome = await admitOne(request);
      if (!outcome.ok) throw outcome.fault;
      const { admission } = outcome;
      if (admission.ok && admission.value.fresh)
        onChange([request.roomId, ...(admission.value.left ? [admission.value.left] : [])]);
      return admission;
    },
  };
}

/** The one door of this process. */
export const door = (): Door => oncePerProcess("door", () => openDoor(hotPool(), ringHallway));
