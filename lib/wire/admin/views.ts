import { z } from "zod";
import { id, time } from "@/lib/wire/fields";
import { personFace } from "@/lib/wire/people/views";

/** A live room as admins see it, whatever its kind. */
const adminRoom = z.strictObject({
  id,
  title: z.string(),
  openSeats: z.int(),
  stageSeats: z.int(),
  capacity: z.int(),
  liveAt: time.nullable(),
  hosts: z.array(personFace),
});

export type AdminRoom = z.infer<typeof adminRoom>;

/** Answer of `GET /api/admin/rooms`: the fullest first, and what all live rooms come to. */
export const adminRoomList = z.strictObject({
  rooms: z.array(adminRoom),
  live: z.int(),
  people: z.int(),
  onStage: z.int(),
});

export type AdminRooms = z.infer<typeof adminRoomList>;

/** Somebody found by an admin. `ban` null: not banned. */
const adminPerson = z.strictObject({
  person: personFace,
  email: z.string().nullable(),
  admin: z.boolean(),
  ban: z.strictObject({ reason: z.string(), bannedAt: time }).nullable(),
});

export type AdminPerson = z.infer<typeof adminPerson>;

/** Answer of `GET /api/admin/people`. */
export const adminPeopleFound = z.strictObject({ people: z.array(adminPerson) });

/** What an act changed, by name: as it was, or as it is. */
const state = z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])).nullable();

/** What admins do that stands in their log. */
export const ADMIN_ACTS = [
  "banned",
  "ban_lifted",
  "room_ended",
  "admin_made",
  "case_decided",
  "appeal_decided",
] as const;

/** One act of an admin, or (`by` null) from the command line. `title`, `roomId`: of the room it was about. `before`, `after`: null of what is older than the log's chain. */
const adminLogEntry = z.strictObject({
  id,
  at: time,
  type: z.enum(ADMIN_ACTS),
  by: personFace.nullable(),
  whom: personFace.nullable(),
  reason: z.string(),
  title: z.string().nullable(),
  roomId: id.nullable(),
  before: state,
  after: state,
});

export type AdminLogEntry = z.infer<typeof adminLogEntry>;

/** Answer of `GET /api/admin/log`, newest first. `before`: where the next page goes on; null at the beginning. */
export const adminLogPage = z.strictObject({ entries: z.array(adminLogEntry), before: id.nullable() });

export type AdminLogPage = z.infer<typeof adminLogPage>;
