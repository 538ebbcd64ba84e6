import { knownClub } from "@/lib/server/queries/clubs/known-club";
import { type RoomSnapshot, snapshotOf } from "./room-snapshot";
import type { Onlooker } from "./visibility";

/** A room's shared snapshot for one person: the same but for the room's club, where they may not know of it. */
export async function asSeenBy(caller: Onlooker, snapshot: RoomSnapshot): Promise<RoomSnapshot> {
  const { view } = snapshot;
  if (!caller || !view.room.club || (await knownClub(caller.id, view.room.club))) return snapshot;
  const main = view.main && { ...view.main, room: { ...view.main.room, club: null } };
  return snapshotOf({ ...view, room: { ...view.room, club: null }, main });
}
