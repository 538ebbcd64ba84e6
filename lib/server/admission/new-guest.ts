import type { PersonId, RoomId } from "@/lib/domain/ids";
import { type Ruling, refused } from "@/lib/domain/ruling";
import { type AdmissionRefusal, admit } from "@/lib/domain/seats/admission";
import type { Caller } from "@/lib/server/callers/caller";
import { roomSnapshot } from "@/lib/server/queries/rooms/room-snapshot";
import { MAX_SNAPSHOT_AGE_MS } from "@/lib/wire/rooms/announcements";
import { createGuest } from "./guests";

/** A guest for a visitor without an account, but only where this room would let one in. `invited`: they hold a link that does. */
export async function newGuest(
  roomId: RoomId,
  request: Request,
  invited: boolean,
): Promise<Ruling<Caller, AdmissionRefusal | "too_many">> {
  const outlook = await guestWouldEnter(roomId, invited);
  return outlook.ok ? createGuest(request) : outlook;
}

/** The door's own rule, on the shared snapshot: a crowd of the nameless at a closed or full room costs no row and no query each. */
async function guestWouldEnter(roomId: RoomId, invited: boolean): Promise<Ruling<unknown, AdmissionRefusal>> {
  const snapshot = await roomSnapshot(roomId, { version: 0, maxAgeMs: MAX_SNAPSHOT_AGE_MS });
  if (!snapshot) return refused("not_found");
  const { room, stage } = snapshot.view;
  const noStage = { reserve: 0, stageSeats: stage.length, leaderSeats: 0, hostSeats: 0 };
  const doorRoom = {
    ...room,
    ...noStage,
    id: roomId,
    mainRoomId: (room.family?.mainRoomId ?? null) as RoomId | null,
    overflowLimit: room.overflowRooms,
    createdById: "" as PersonId,
  };
  const guest = { personId: "guest" as PersonId, kind: "guest", seat: null } as const;
  return admit(doorRoom, { ...guest, banned: false, invited, followedByLeader: false }, null);
}
