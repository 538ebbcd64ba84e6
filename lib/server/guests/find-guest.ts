import type { Invitation } from "@/lib/domain/guests/guest";
import type { RoomId } from "@/lib/domain/ids";
import type { RoomStatus } from "@/lib/domain/rooms/room";
import { granted, type Ruling, refused } from "@/lib/domain/ruling";
import { hashOf } from "@/lib/server/callers/secrets";
import { spend } from "@/lib/server/limits/limits";
import { db, type Transaction } from "@/lib/server/postgres/db";

/** A guest as their link leads to them. */
export type FoundGuest = Invitation & {
  id: string;
  roomId: RoomId;
  name: string;
  invitedById: string;
};

const GUEST_SQL = `
SELECT g.id, g.room_id AS "roomId", g.name, g.state, g.person_id AS "personId", g.claimed_by_id AS "claimedById",
  g.account_needed AS "accountNeeded", g.invited_by_id AS "invitedById", s.replaced_at IS NOT NULL AS replaced, r.status AS room
FROM guest_secret s JOIN episode_guest g ON g.id = s.guest_id JOIN room r ON r.id = g.room_id WHERE s.hash = $1`;

type GuestRow = Omit<FoundGuest, "room"> & { room: RoomStatus };

const readGuest = async (
  tx: Pick<Transaction, "$queryRawUnsafe">,
  secret: string,
  more = "",
): Promise<FoundGuest | null> =>
  (await tx.$queryRawUnsafe<GuestRow[]>(`${GUEST_SQL}${more}`, hashOf(secret)))[0] ?? null;

/**
 * The guest whom a link names by its secret; null where none does. Wrong secrets are counted by address: one with too many of them is
 * refused `too_many` before anything is read.
 */
export async function findGuest(secret: string, address: string): Promise<Ruling<FoundGuest | null, "too_many">> {
  const waitSeconds = await spend("wrongLinksFromAddress", address, 0);
  if (waitSeconds !== null) return refused("too_many", { retryAfterSeconds: waitSeconds });
  const guest = await readGuest(db(), secret);
  if (!guest) await spend("wrongLinksFromAddress", address);
  return granted(guest);
}

/** The same while nobody else answers or changes it. After the room's row. */
export const lockGuest = (tx: Transaction, secret: string): Promise<FoundGuest | null> =>
  readGuest(tx, secret, " FOR UPDATE OF g");
