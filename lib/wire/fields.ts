import { z } from "zod";

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

export const noInput = z.strictObject({});

/** The body of an answer that says nothing but that it is done: there is none, and the status is 204. */
export const nothing = z.null();

/** An id of ours: of a person, room, seat, link. */
export const id = z.uuid();

/** A moment, ISO 8601 in UTC. */
export const time = z.iso.datetime();
