import { z } from "zod";
import { ROLES } from "@/lib/domain/roles";
import { ROOM_KINDS, ROOM_STATUSES } from "@/lib/domain/rooms/room";
import { roomClub } from "@/lib/wire/clubs/views";
import { hall } from "@/lib/wire/family/views";
import { id, time } from "@/lib/wire/fields";
import { personFace } from "@/lib/wire/people/views";

const because = z.discriminatedUnion("reason", [
  z.strictObject({ reason: z.literal("on_stage"), name: z.string(), more: z.int() }),
  z.strictObject({ reason: z.literal("listening"), count: z.int() }),
  z.strictObject({ reason: z.literal("language") }),
  z.strictObject({ reason: z.literal("topic"), topic: z.string() }),
]);

/** A room on a card of the hallway. */
const roomCard = z.strictObject({
  id,
  title: z.string(),
  description: z.string(),
  topics: z.array(z.string()),
  language: z.string(),
  kind: z.enum(ROOM_KINDS),
  status: z.enum(ROOM_STATUSES),
  capacity: z.int(),
  openSeats: z.int(),
  liveAt: time.nullable(),
  scheduledFor: time.nullable(),
  show: z.strictObject({ slug: z.string(), title: z.string() }).nullable(),
  /** The club that it was opened in. */
  club: roomClub.nullable(),
  /** The first five on stage, host first. */
  stage: z.array(personFace),
  stageCount: z.int(),
  /** People on stage that the viewer follows. */
  followedOnStage: z.int(),
  /** People that the viewer follows who listen, in any of its halls. */
  followedListening: z.int(),
  /** Why it stands where it stands, null for no reason but its size. */
  because: because.nullable(),
  demo: z.boolean(),
  /** The live overflow rooms of its family, by number; empty where there is none. */
  overflow: z.array(hall),
});

export type RoomCard = z.infer<typeof roomCard>;

/**
 * Answer of `GET /api/rooms`. `next` goes into `after`, null on the last page. `folded`: how many rooms are folded away, since
 * somebody whom the caller has blocked leads or speaks there; said on the first page.
 */
export const roomPage = z.strictObject({ rooms: z.array(roomCard), next: z.string().nullable(), folded: z.int() });

export type RoomPage = z.infer<typeof roomPage>;

/** What moves on a card from second to second. Only rooms that everyone may know of. */
export type RoomPulse = Pick<
  RoomCard,
  "id" | "title" | "status" | "capacity" | "openSeats" | "stageCount" | "overflow"
>;

/**
 * One event of `GET /api/hallway/events`: the rooms that changed within the last second.
 * `reread` asks for `GET /api/rooms`, at leisure: something changed that this cannot say. `gone`: rooms that the viewer
 * sees no more, from now on.
 */
export type HallwayPulse = { rooms: RoomPulse[]; reread: boolean; gone?: string[] };

/** Somebody the viewer follows, in a room that the viewer may know of. */
const followedPerson = z.strictObject({
  person: personFace,
  role: z.enum(ROLES),
  room: z.strictObject({ id, title: z.string() }),
});

export type FollowedPerson = z.infer<typeof followedPerson>;

/** The people the viewer follows and where they are now: the ones on stage first. `talking` counts all who are on a stage. */
export type FollowedNow = { people: FollowedPerson[]; talking: number };
