import { type RoomSnapshot, snapshotOf } from "./room-snapshot";
import type { Onlooker } from "./visibility";

const OUTSIDE = new WeakMap<RoomSnapshot, RoomSnapshot>();

/** Whether somebody sits in the room, as the snapshot has it. */
export const sitsIn = (caller: Onlooker, { view }: RoomSnapshot): boolean =>
  caller !== null && [...view.stage, ...view.audience].some(({ id }) => id === caller.id);

/**
 * The room as somebody sees it who may know of it. Of one that is not live yet they learn nothing of who is behind its stage, unless they
 * sit there. One text for all who look from outside.
 */
export function fromOutside(caller: Onlooker, snapshot: RoomSnapshot): RoomSnapshot {
  if (snapshot.view.room.status !== "scheduled" || sitsIn(caller, snapshot)) return snapshot;
  const kept = OUTSIDE.get(snapshot);
  if (kept) return kept;
  const { room } = snapshot.view;
  const nobody = { stage: [], audience: [], audienceCount: 0, followedVersion: null };
  const seen = snapshotOf({ ...snapshot.view, ...nobody, room: { ...room, openSeats: 0 } });
  OUTSIDE.set(snapshot, seen);
  return seen;
}
