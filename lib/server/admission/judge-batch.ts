import { type AdmissionRefusal, admit, type DoorRoom } from "@/lib/domain/admission";
import type { RoomId } from "@/lib/domain/ids";
import type { Role } from "@/lib/domain/roles";
import { isOnStage } from "@/lib/domain/roles";
import type { RefusalFacts } from "@/lib/domain/ruling";
import type { ArrivalAtDoor, PresentSeat } from "./read-arrivals";

/** What is to become of one arrival. `again`: seated elsewhere by a race meanwhile, so their present room is not locked. */
export type Verdict =
  | { act: "refuse"; refusal: AdmissionRefusal; facts?: RefusalFacts }
  | { act: "again" }
  | { act: "keep"; seat: PresentSeat }
  | { act: "sit"; role: Role; leaving: RoomId | null };

/**
 * Applies the rule to each arrival in order of asking, against counts that already hold those before.
 * Changes the rooms' counts; one verdict for each arrival.
 */
export function judgeBatch(rooms: Map<RoomId, DoorRoom>, arrivals: ArrivalAtDoor[]): Verdict[] {
  return arrivals.map((arrival) => {
    const { seat } = arrival;
    const left = seat && seat.roomId !== arrival.roomId ? rooms.get(seat.roomId) : null;
    if (left === undefined) return { act: "again" };
    const room = rooms.get(arrival.roomId) ?? null;
    const ruling = admit(room, arrival, left);
    if (!ruling.ok) return { act: "refuse", refusal: ruling.refusal, facts: ruling.facts };
    if (ruling.value.act === "keep" && seat) return { act: "keep", seat };
    if (ruling.value.act === "keep" || !room) return { act: "again" };
    if (left && seat) count(left, seat.role, -1);
    count(room, ruling.value.role, 1);
    return ruling.value;
  });
}

function count(room: DoorRoom, role: Role, by: 1 | -1): void {
  room.openSeats += by;
  if (isOnStage(role)) room.stageSeats += by;
  if (role === "host" || role === "moderator") room.leaderSeats += by;
  if (role === "host") room.hostSeats += by;
}
