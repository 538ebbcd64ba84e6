import { z } from "zod";
import { ROOM_KINDS } from "@/lib/domain/rooms/room";
import { id, time } from "@/lib/wire/fields";
import { personFace } from "@/lib/wire/people/views";

const personFound = z.strictObject({ ...personFace.shape, followedByMe: z.boolean() });

export type PersonFound = z.infer<typeof personFound>;

const STATUSES = ["live", "scheduled"] as const;

/** A main room that is live or announced, as far as a line of results shows it. */
const roomFound = z.strictObject({
  id,
  title: z.string(),
  language: z.string(),
  kind: z.enum(ROOM_KINDS),
  status: z.enum(STATUSES),
  openSeats: z.int(),
  scheduledFor: time.nullable(),
  show: z.strictObject({ slug: z.string(), title: z.string() }).nullable(),
  /** People on stage that the viewer follows. */
  followedOnStage: z.int(),
});

export type RoomFound = z.infer<typeof roomFound>;

const showFound = z.strictObject({
  slug: z.string(),
  title: z.string(),
  language: z.string(),
  hosts: z.array(personFace),
  /** The episode that is live, or else comes next, if the viewer may know of it. */
  episode: z.strictObject({ id, status: z.enum(STATUSES), scheduledFor: time.nullable() }).nullable(),
});

export type ShowFound = z.infer<typeof showFound>;

/** A club that the viewer may know of. */
const clubFound = z.strictObject({ handle: z.string(), name: z.string(), members: z.int(), isMember: z.boolean() });

export type ClubFound = z.infer<typeof clubFound>;

/** What live and announced rooms are about, and how many of those that the viewer may know of. */
const topicFound = z.strictObject({ topic: z.string(), rooms: z.int() });

export type TopicFound = z.infer<typeof topicFound>;

/** Answer of `GET /api/search`. A kind that was not asked for is empty. `next` goes into `after`; null on the last page and for mixed answers. */
export const searchFound = z.strictObject({
  people: z.array(personFound),
  rooms: z.array(roomFound),
  shows: z.array(showFound),
  clubs: z.array(clubFound),
  topics: z.array(topicFound),
  next: z.string().nullable(),
});

export type SearchFound = z.infer<typeof searchFound>;
