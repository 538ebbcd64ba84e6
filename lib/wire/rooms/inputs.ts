import { z } from "zod";
import { MAX_FAREWELL_LENGTH } from "@/lib/domain/rooms/ending";
import { CHAT_MODES, HAND_MODES, MAX_SLOW_SECONDS, ROOM_KINDS } from "@/lib/domain/rooms/room";
import { id, language, topics } from "@/lib/wire/fields";
import { line, text } from "@/lib/wire/text";

export const roomFields = z.strictObject({
  title: line(120),
  description: text(2_000, "optional").default(""),
  topics: topics.default([]),
  language: language.default("en"),
  kind: z.enum(ROOM_KINDS).default("open"),
  /** The club to open it in, of those that its maker is a member of. It stays the room's club. */
  clubId: id.optional(),
  guestsAllowed: z.boolean().default(true),
  /** Not above the instance's limit; the command checks it, since the limit is the environment's. */
  capacity: z.int().min(2).max(1_000_000).optional(),
  /** Greatest number of overflow rooms, within the instance's limit; 0 turns overflow off. */
  overflowRooms: z.int().min(0).max(1_000).optional(),
  /** Places kept for the stage and for announced guests. */
  reserve: z.int().min(0).max(1_000).optional(),
});

/** Input of `POST /api/rooms`. */
export type RoomFields = z.infer<typeof roomFields>;

export const roomChanges = z
  .strictObject({
    title: line(120),
    description: text(2_000, "optional"),
    topics,
    language,
    kind: z.enum(ROOM_KINDS),
    guestsAllowed: z.boolean(),
    capacity: z.int().min(2).max(1_000_000),
    overflowRooms: z.int().min(0).max(1_000),
    reserve: z.int().min(0).max(1_000),
    /** No hall turns the stage down for its own talk. */
    stageFirst: z.boolean(),
    handMode: z.enum(HAND_MODES),
    chatMode: z.enum(CHAT_MODES),
    chatSlowSeconds: z.int().min(0).max(MAX_SLOW_SECONDS),
  })
  .partial()
  .refine((changes) => Object.keys(changes).length > 0, { message: "empty" });

/** Input of `PATCH /api/rooms/:id`. */
export type RoomChanges = z.infer<typeof roomChanges>;

/** Input of `DELETE /api/rooms/:id`: what is said to everyone as the room ends. */
export const endInput = z.strictObject({ line: text(MAX_FAREWELL_LENGTH, "optional").default("") });

/** Input of `PUT /api/rooms/:id/pinned-link`. Which addresses are let through is the command's to say. */
export const pinnedLinkInput = z.strictObject({ url: z.string().trim().min(1).max(2_000) });
