import type { PersonId, RoomId } from "@/lib/domain/ids";
import { GRACE_DAYS } from "@/lib/domain/people/giving-up";
import { holdHandle } from "@/lib/server/callers/held-handles";
import { deleteMessagesOf } from "@/lib/server/chat/delete-messages-of";
import type { Prisma } from "@/lib/server/generated/prisma/client";
import { changePortrait } from "@/lib/server/portraits/change-portrait";
import { db, type Transaction } from "@/lib/server/postgres/db";
import { inTransaction } from "@/lib/server/postgres/in-transaction";
import { barIdentities, identitiesOf } from "@/lib/server/sign-in/barred-identities";
import { eraseFromEvents } from "./erase-from-events";
import { goEverywhere } from "./go-everywhere";
import { leaveClubs } from "./leave-clubs";
import { leaveShows } from "./leave-shows";

/** A statement's worth of rows: with a million followers one would run out of time. */
const ROWS_AT_ONCE = 5_000;

/** What is deleted, by the column that names the person. */
export const BATCHES = [
  ["follow", "followee_id"],
  ["follow", "follower_id"],
  ["block", "blocker_id"],
  ["block", "blocked_id"],
  ["ping", "by_id"],
  ["ping", "person_id"],
  ["invitation", "person_id"],
  ["rating", "person_id"],
  ["network_bar", "person_id"],
  ["going_live", "person_id"],
  ["notification_settings", "person_id"],
  ["mail_digest", "person_id"],
  ["notification_mute", "person_id"],
  ["notification_mute", "muted_id"],
  ["push_subscription", "person_id"],
  ["personal_push", "person_id"],
  ["personal_push", "by_id"],
  ["rsvp", "person_id"],
  ["show_follow", "person_id"],
  ["episode_host", "person_id"],
  ["calendar_key", "person_id"],
  ["hidden_room", "person_id"],
  ["dismissed_suggestion", "person_id"],
  ["dismissed_suggestion", "suggested_id"],
  ["club_member", "person_id"],
  ["club_request", "person_id"],
  ["club_invitation", "person_id"],
  ["club_invitation", "invited_by_id"],
  ["club_removal", "person_id"],
  ["recording_turn", "person_id"],
  ["episode_guest", "person_id"],
  ["show_host", "person_id"],
  ["show_follow", "person_id"],
  ["episode_host", "person_id"],
] as const;

/** Accounts that were given up a week ago or earlier and still hold something. */
export async function accountsToErase(): Promise<PersonId[]> {
  const people = await db().$queryRaw<{ id: PersonId }[]>`
    SELECT id FROM person WHERE given_up_at <= now() - ${GRACE_DAYS}::int * interval '1 day' AND erased_at IS NULL ORDER BY given_up_at LIMIT 100`;
  return people.map(({ id }) => id);
}

/**
 * Empties an account of which accountsToErase said that its week is over: nobody can keep it any more. What they said, whom they
 * followed and how they signed in is deleted piece by piece; the last transaction empties the row itself and says that it is
 * done, so that whoever dies over it is followed by somebody who begins again. The row stays for the rooms and logs that point
 * to it. Who was banned stays banned, by the seals of what they signed in with.
 */
export async function eraseAccount(personId: PersonId): Promise<void> {
  await goEverywhere(personId);
  await leaveClubs(personId);
  await leaveShows(personId);
  for (const [table, column] of BATCHES) await deleteInBatches(table, column, personId);
  for (const roomId of await roomsWrittenIn(personId)) {
    await inTransaction((tx) => deleteMessagesOf(tx, roomId, personId, null));
  }
  await eraseFromEvents(personId);
  await deleteRecordingsOf(personId);
  await changePortrait(personId, null);
  await inTransaction((tx) => emptyRow(tx, personId));
}

async function deleteInBatches(table: string, column: string, personId: PersonId): Promise<void> {
  const sql = `DELETE FROM ${table} WHERE ctid = ANY(ARRAY(
    SELECT ctid FROM ${table} WHERE ${column} = $1::uuid LIMIT ${ROWS_AT_ONCE}))`;
  while ((await db().$executeRawUnsafe(sql, personId)) === ROWS_AT_ONCE);
}

async function roomsWrittenIn(personId: PersonId): Promise<RoomId[]> {
  const where = { personId, deletedAt: null };
  const rooms = await db().chatLine.findMany({ where, distinct: ["roomId"], select: { roomId: true } });
  return rooms.map(({ roomId }) => roomId as RoomId);
}

/** Those that they made; the files go with the next clearing. */
async function deleteRecordingsOf(personId: PersonId): Promise<void> {
  const now = new Date();
  await db().recording.updateMany({ where: { startedById: personId, stoppedAt: null }, data: { stoppedAt: now } });
  await db().recording.updateMany({ where: { startedById: personId, deletedAt: null }, data: { deletedAt: now } });
}

async function emptyRow(tx: Transaction, personId: PersonId): Promise<void> {
  await tx.$queryRaw`SELECT id FROM person WHERE id = ${personId}::uuid FOR UPDATE`;
  const person = await tx.person.findUniqueOrThrow({
    where: { id: personId },
    select: {
      handle: true,
      email: true,
      bannedAt: true,
      erasedAt: true,
      accounts: { select: { provider: true, providerAccountId: true } },
    },
  });
  if (person.erasedAt) return;
  if (person.bannedAt) await barIdentities(tx, personId, identitiesOf(person.email, person.accounts));
  if (person.handle) await holdHandle(tx, person.handle, personId);
  const where = { personId };
  await tx.session.deleteMany({ where });
  await tx.accessToken.deleteMany({ where });
  await tx.oAuthAccount.deleteMany({ where });
  await tx.dataExport.deleteMany({ where });
  await tx.inviteCode.deleteMany({ where });
  await tx.hand.updateMany({ where, data: { question: "" } });
  // What was reported is still to be judged; that they reported it is not known any more.
  await tx.report.updateMany({ where: { reporterId: personId }, data: { reporterId: null, name: "", address: null } });
  const unclaimed = { claimedById: null, claimedAt: null };
  await tx.episodeGuest.updateMany({ where: { claimedById: personId }, data: unclaimed });
  const now = new Date();
  await tx.inviteLink.updateMany({ where: { createdById: personId, revokedAt: null }, data: { revokedAt: now } });
  if (person.email) {
    await tx.signInCode.deleteMany({ where: { email: person.email } });
    await tx.devLetter.deleteMany({ where: { to: person.email } });
    await tx.mailReminder.deleteMany({ where: { address: person.email } });
  }
  await tx.person.update({ where: { id: personId }, data: { ...NOTHING, erasedAt: now } });
}

/** What is left of a person. Every column that says something of them stands here. */
const NOTHING: Prisma.PersonUncheckedUpdateInput = {
  handle: null,
  name: "",
  bio: "",
  languages: [],
  links: [],
  topics: [],
  nominatedById: null,
  welcomeDueAt: null,
  protectedAt: null,
  whereabouts: "everyone",
  email: null,
  emailVerifiedAt: null,
  portraitSeed: 0,
  cast: false,
  admin: false,
  quietSince: null,
  hatHiddenAt: null,
  nameUnconfirmedAt: null,
};
