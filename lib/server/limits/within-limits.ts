import { granted, type Ruling, refused } from "@/lib/domain/ruling";
import { env } from "@/lib/env";

/** Sizes of a room that a host asked for; what is missing was not asked for. */
type Sizes = { capacity?: number; overflowRooms?: number; reserve?: number };

/** A host sets sizes up to the instance's limits; the reserve leaves at least one seat to listeners. */
export function withinLimits({ capacity, overflowRooms, reserve }: Sizes): Ruling<null, "bad_input"> {
  const { PLENUM_ROOM_CAPACITY: greatest, PLENUM_OVERFLOW_ROOMS: greatestFamily } = env();
  const tooMuch = (field: string, limit: number) => refused("bad_input", { field, reason: "above_limit", limit });
  if (capacity !== undefined && capacity > greatest) return tooMuch("capacity", greatest);
  if (overflowRooms !== undefined && overflowRooms > greatestFamily) return tooMuch("overflowRooms", greatestFamily);
  if (capacity !== undefined && reserve !== undefined && reserve >= capacity) return tooMuch("reserve", capacity - 1);
  return granted(null);
}
