import { validate } from "uuid";
import type { Invitation } from "@/lib/domain/guests/guest";
import type { RoomId } from "@/lib/domain/ids";
import type { RoomStatus } from "@/lib/domain/rooms/room";
import { granted, type Ruling, refused } from "@/lib/domain/ruling";
import type { Caller } from "@/lib/server/callers/caller";
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

const COLUMNS_SQL = `g.id, g.room_id AS "roomId", g.name, g.state, g.person_id AS "personId", g.claimed_by_id AS "claimedById",
  g.account_needed AS "accountNeeded", g.invited_by_id AS "invitedById", r.status AS room`;

const BY_SECRET_SQL = `
SELECT ${COLUMNS_SQL}, s.replaced_at IS NOT NULL AS replaced
FROM guest_secret s JOIN episode_guest g ON g.id = s.guest_id JOIN room r ON r.id = g.room_id WHERE s.hash = $1`;

/** Whose it is already needs no secret: signing in shows who they are. So a member is led to an invitation from what tells of it. */
const OWN_SQL = `
SELECT ${COLUMNS_SQL}, false AS replaced
FROM episode_guest g JOIN room r ON r.id = g.room_id WHERE g.id = $1::uuid AND g.person_id = $2::uuid`;

type GuestRow = Omit<FoundGuest, "room"> & { room: RoomStatus };

/** A link's secret, or the id of one's own invitation, and who shows it. */
type Shown = { secret: string; caller: Pick<Caller, "id" | "kind"> | null };

async function readGuest(
  tx: Pick<Transaction, "$queryRawUnsafe">,
  { secret, caller }: Shown,
  more = "",
): Promise<FoundGuest | null> {
  const isOwn = caller?.kind === "member" && validate(secret);
  const rows = isOwn
    ? await tx.$queryRawUnsafe<GuestRow[]>(`${OWN_SQL}${more}`, secret, caller.id)
    : await tx.$queryRawUnsafe<GuestRow[]>(`${BY_SECRET_SQL}${more}`, hashOf(secret));
  return rows[0] ?? null;
}

/**
 * The guest whom a link names by its secret, or the caller themselves by the id of their invitation; null where none does. Wrong secrets are
 * counted by address: one with too many of them is refused `too_many` before anything is read.
 */
export async function findGuest(shown: Shown, address: string): Promise<Ruling<FoundGuest | null, "too_many">> {
  const waitSeconds = await spend("wrongLinksFromAddress", address, 0);
  if (waitSeconds !== null) return refused("too_many", { retryAfterSeconds: waitSeconds });
  const guest = await readGuest(db(), shown);
  if (!guest) await spend("wrongLinksFromAddress", address);
  return granted(guest);
}

/** The same while nobody else answers or changes it. After the room's row. */
export const lockGuest = (tx: Transaction, shown: Shown): Promise<FoundGuest | null> =>
  readGuest(tx, shown, " FOR UPDATE OF g");
