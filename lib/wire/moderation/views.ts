import { z } from "zod";
import { ROLES } from "@/lib/domain/roles";
import { time } from "@/lib/wire/fields";
import { personFace } from "@/lib/wire/people/views";

/**
 * Happenings that are acts of moderators, whatever they say. Of `stage_left` and `hand_lowered` only those that a
 * moderator did; what people do about themselves is nobody's log.
 */
export const LOGGED = [
  "role_changed",
  "microphone_cut",
  "stage_left",
  "hand_lowered",
  "hands_lowered",
  "removed",
  "ban_lifted",
  "admin_entered",
  "room_edited",
  "room_ended",
  "offer_made",
  "all_muted",
  "handed_over",
  "link_pinned",
  "link_unpinned",
  "called_in",
  "invite_link_made",
  "invite_link_revoked",
  "line_deleted",
  "removed_from_chat",
  "let_back_into_chat",
  "interpreter_assigned",
  "interpreter_ended",
  "language_hall_opened",
  "family_line",
  "hall_closed",
  "name_alike",
  "sent_to_hall",
  "recording_started",
  "recording_stopped",
] as const;

/**
 * One act of a moderator, in the room's log. `by` null: the room did it by itself. `whom`: the person it was done to.
 * `whomLeft`: they sit in the family no more, and nothing keeps them from coming back.
 * `facts`: what more the happening says (a role, a reason, whether it locked; `like`: the name that theirs looks like).
 */
const logEntry = z.strictObject({
  version: z.int(),
  at: time,
  type: z.enum(LOGGED),
  by: personFace.nullable(),
  whom: personFace.nullable(),
  whomLeft: z.literal(true).optional(),
  facts: z.strictObject({
    role: z.enum(ROLES).optional(),
    reason: z.string().optional(),
    locked: z.boolean().optional(),
    line: z.string().optional(),
    language: z.string().optional(),
    hall: z.int().optional(),
    hadLeft: z.boolean().optional(),
    like: z.string().optional(),
  }),
});

export type LogEntry = z.infer<typeof logEntry>;

/** Answer of `GET /api/rooms/:id/log`, newest first. `before`: where the next page goes on; null at the beginning. */
export const logPage = z.strictObject({ entries: z.array(logEntry), before: z.int().nullable() });

export type LogPage = z.infer<typeof logPage>;

/** Somebody who may not come back, as moderators see it. */
const banView = z.strictObject({
  person: personFace,
  by: personFace.nullable(),
  reason: z.string(),
  bannedAt: time,
});

export type BanView = z.infer<typeof banView>;

/** Answer of `GET /api/rooms/:id/bans`. */
export const banList = z.strictObject({ bans: z.array(banView) });
