import { z } from "zod";
import { CHAT_MODES, HAND_MODES, MAX_SLOW_SECONDS, ROOM_KINDS } from "@/lib/domain/rooms/room";

/** Controls (but for newline and tab), what turns the direction of writing, and zero-width characters: all fool readers. */
const UNSAFE_TEXT = /(?![\n\t])\p{Cc}|\p{Bidi_Control}|[\u200b\u2060\ufeff]/u;

/** Text as people type it: NFC, trimmed, without characters that can fool a reader; length in code points. */
export const plainText = (min: number, max: number) =>
  z
    .string()
    .max(max * 4)
    .transform((text) => text.normalize("NFC").trim())
    .refine((text) => !UNSAFE_TEXT.test(text), { message: "unsafe_characters" })
    .refine((text) => [...text].length >= min, { message: "too_short" })
    .refine((text) => [...text].length <= max, { message: "too_long" });

/** What shows nothing: white space, and characters that only steer how others are shown. */
const UNSEEN = /[\p{White_Space}\p{Default_Ignorable_Code_Point}\u2800]/gu;

/** The same on one line, with something to see in it. */
export const line = (min: number, max: number) =>
  plainText(min, max)
    .refine((text) => !/[\n\t]/.test(text), { message: "one_line" })
    .refine((text) => text.replace(UNSEEN, "") !== "", { message: "too_short" });

/** One line that may be empty. */
export const question = (max: number) =>
  plainText(0, max).refine((text) => !/[\n\t]/.test(text), { message: "one_line" });

export const language = z.string().regex(/^[a-z]{2,3}(-[a-z0-9]{2,8})?$/, { message: "language" });

export const roomFields = z.strictObject({
  title: line(1, 120),
  description: plainText(0, 2_000).default(""),
  topics: z.array(line(1, 30)).max(5).default([]),
  language: language.default("en"),
  kind: z.enum(ROOM_KINDS).default("open"),
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
    title: line(1, 120),
    description: plainText(0, 2_000),
    topics: z.array(line(1, 30)).max(5),
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

export const noInput = z.strictObject({});

export const stageChange = z.strictObject({ role: z.enum(["moderator", "speaker"]) });

export const banInput = z.strictObject({ reason: plainText(0, 500).default("") });

export const invitationInput = z.strictObject({ handle: z.string().max(40) });

export const accessTokenInput = z.strictObject({
  name: line(1, 60),
  scopes: z
    .array(z.enum(["read", "write"]))
    .min(1)
    .max(2)
    .default(["read", "write"]),
});

export const profileChanges = z
  .strictObject({
    name: line(1, 60),
    handle: z.string().regex(/^[a-z0-9_]{2,30}$/, { message: "handle" }),
    bio: plainText(0, 500),
    languages: z.array(language).max(8),
    /** Nobody calls me into a room. */
    quiet: z.boolean(),
    /** Nobody sees the party hat of my first seven days. */
    hideHat: z.boolean(),
  })
  .partial()
  .refine((changes) => Object.keys(changes).length > 0, { message: "empty" });

/** Input of `POST /api/sign-in/codes`. The command folds the address to its one spelling. */
export const signInCodeInput = z.strictObject({ email: z.string().min(3).max(320) });

/** Input of `POST /api/sessions`. */
export const signInInput = z.strictObject({ email: z.string().min(3).max(320), code: z.string().min(6).max(20) });

/** Input of `POST /api/sign-in/providers/:provider`. */
export const providerSignInInput = z.strictObject({ next: z.string().max(2_000).default("/") });

/** Input of `DELETE /api/sessions`. */
export const signOutInput = z.strictObject({ everywhere: z.boolean().default(false) });

/** Input of `PATCH /api/me`. */
export type ProfileChanges = z.infer<typeof profileChanges>;

export type SignInCodeInput = z.infer<typeof signInCodeInput>;

export type SignInInput = z.infer<typeof signInInput>;

export type ProviderSignInInput = z.infer<typeof providerSignInInput>;

export type SignOutInput = z.infer<typeof signOutInput>;

export type AccessTokenInput = z.infer<typeof accessTokenInput>;
