import { z } from "zod";
import { CHAT_MODES, HAND_MODES, ROOM_KINDS, ROOM_STATUSES } from "@/lib/domain/rooms/room";
import { roomClub } from "@/lib/wire/clubs/views";
import { hall } from "@/lib/wire/family/views";
import { id, time } from "@/lib/wire/fields";
import { channelView } from "@/lib/wire/interpreting/views";
import { personFace } from "@/lib/wire/people/views";
import { runningRecording } from "@/lib/wire/recording/views";
import { stagePerson } from "@/lib/wire/stage/views";

/** The one link that moderators show to everyone. Title and site as the server found them; empty where it found none. */
const pinnedLinkView = z.strictObject({ url: z.string(), title: z.string(), site: z.string() });

export type PinnedLinkView = z.infer<typeof pinnedLinkView>;

/** Answer of `PUT /api/rooms/:id/pinned-link`. */
export const pinnedLinkAnswer = z.strictObject({ link: pinnedLinkView });

const roomDetails = z.strictObject({
  id,
  title: z.string(),
  description: z.string(),
  topics: z.array(z.string()),
  language: z.string(),
  kind: z.enum(ROOM_KINDS),
  status: z.enum(ROOM_STATUSES),
  guestsAllowed: z.boolean(),
  capacity: z.int(),
  openSeats: z.int(),
  liveAt: time.nullable(),
  scheduledFor: time.nullable(),
  endedAt: time.nullable(),
  show: z.strictObject({ slug: z.string(), title: z.string() }).nullable(),
  /** The club that it was opened in. */
  club: roomClub.nullable(),
  demo: z.boolean(),
  handMode: z.enum(HAND_MODES),
  chatMode: z.enum(CHAT_MODES),
  chatSlowSeconds: z.int(),
  /** People that a moderator muted cannot unmute themselves. */
  microphonesLocked: z.boolean(),
  /** Nobody leads the room: when it ends unless its host comes back. */
  hostAwayUntil: time.nullable(),
  /** What the person who ended it said to everyone; empty where nothing. */
  endLine: z.string(),
  pinned: pinnedLinkView.nullable(),
  /** The recording that runs; null where none does. Everyone in the room is shown that it does. */
  recording: runningRecording.nullable(),
  /** Of an overflow room: whose stage it hears, and which one it is, from 1. Null for a room with a stage of its own. */
  family: z.strictObject({ mainRoomId: id, number: z.int() }).nullable(),
  /** Greatest number of overflow rooms open at once; 0 is no overflow. */
  overflowRooms: z.int(),
  /** Places kept for the stage, announced guests and people called up. */
  reserve: z.int(),
  /** No hall turns the stage down for its own talk. */
  stageFirst: z.boolean(),
  /** The main room that ended, where this overflow room went on as a room of its own. */
  afterTalkOf: id.nullable(),
});

export type RoomDetails = z.infer<typeof roomDetails>;

/** Answer of `POST /api/rooms` and `PATCH /api/rooms/:id`. */
export const roomAnswer = z.strictObject({ room: roomDetails });

/** What an overflow room shows of its main room. `version`: the main room's event version that this includes. */
const mainStage = z.strictObject({ room: roomDetails, version: z.int(), stage: z.array(stagePerson) });

export type MainStage = z.infer<typeof mainStage>;

/** What is the same for everyone in a room, at one version: one snapshot a process. */
export const roomView = z.strictObject({
  room: roomDetails,
  /** The event version this view includes; announcements up to it are old news. */
  version: z.int(),
  stage: z.array(stagePerson),
  /** The first 60 of the audience by time of joining. */
  audience: z.array(personFace),
  audienceCount: z.int(),
  /** AudiencePage's version; null where this view's maker does not know it. Browsers read the section again when it changes. */
  followedVersion: z.string().nullable(),
  /** The live rooms of the family, the main hall first; empty where it is one room only. */
  halls: z.array(hall),
  /** In an overflow room: the main room, whose stage is heard here. */
  main: mainStage.nullable(),
  /** The languages that the family is interpreted into, by language; empty where there is none. */
  channels: z.array(channelView),
});

export type RoomView = z.infer<typeof roomView>;
