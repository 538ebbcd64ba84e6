import { z } from "zod";
import type { Role } from "@/lib/domain/roles";
import { plainText } from "./inputs";
import type { PersonFace } from "./views";

/** Input of `POST /api/rooms/:id/stage/mute`. `lock`: whoever is muted cannot unmute themselves until it is lifted. */
export const muteAllInput = z.strictObject({ lock: z.boolean().default(false) });

export type MuteAllInput = z.infer<typeof muteAllInput>;

/** Input of `POST /api/rooms/:id/host`. */
export const handOverInput = z.strictObject({ personId: z.uuid() });

/** Input of `DELETE /api/rooms/:id`: what is said to everyone as the room ends. */
export const endInput = z.strictObject({ line: plainText(0, 200).default("") });

export type EndInput = z.infer<typeof endInput>;

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
  "sent_to_hall",
] as const;

/**
 * One act of a moderator, in the room's log. `by` null: the room did it by itself. `whom`: upon whom it was done.
 * `facts`: what more the happening says (a role, a reason, whether it locked).
 */
export type LogEntry = {
  version: number;
  at: string;
  type: (typeof LOGGED)[number];
  by: PersonFace | null;
  whom: PersonFace | null;
  facts: { role?: Role; reason?: string; locked?: boolean; line?: string; language?: string; hall?: number };
};

/** Answer of `GET /api/rooms/:id/log`, newest first. `before`: where the next page goes on; null at the beginning. */
export type LogPage = { entries: LogEntry[]; before: number | null };

/** Somebody who may not come back, as moderators see it. */
export type BanView = { person: PersonFace; by: PersonFace | null; reason: string; bannedAt: string };
