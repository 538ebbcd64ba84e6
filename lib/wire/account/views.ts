import { z } from "zod";
import { id, time } from "@/lib/wire/fields";
import { personFace } from "@/lib/wire/people/views";

/** Answer of `DELETE /api/me`: until when the account can be kept after all. */
export const givenUp = z.strictObject({ until: time });

/** A browser that is signed in. `id` names it and opens nothing. `usedAt`: to the hour; null where nobody noted it. */
const sessionView = z.strictObject({
  id: z.string(),
  browser: z.string().nullable(),
  system: z.string().nullable(),
  createdAt: time,
  usedAt: time.nullable(),
  /** The one that asks. */
  current: z.boolean(),
});

export type SessionView = z.infer<typeof sessionView>;

/** Answer of `GET /api/me/sessions`: the present one first, then the last used. */
export const sessionList = z.strictObject({ sessions: z.array(sessionView) });

/** A provider by which somebody signs in. `known`: this instance is set up for it. */
const linkedProvider = z.strictObject({ provider: z.string(), name: z.string(), linkedAt: time, known: z.boolean() });

/** Answer of `GET /api/me/sign-in-methods`. `email` null: they have none. */
export const signInMethods = z.strictObject({ email: z.string().nullable(), providers: z.array(linkedProvider) });

export type SignInMethods = z.infer<typeof signInMethods>;

/** Answer of `PUT /api/me/address`. */
export const addressChanged = z.strictObject({ email: z.string() });

/** Answer of `GET /api/me/blocks`: the last blocked first; `next` goes into `after`, null on the last page. */
export const blockList = z.strictObject({
  people: z.array(z.strictObject({ person: personFace, blockedAt: time })),
  next: z.string().nullable(),
});

export type BlockList = z.infer<typeof blockList>;

/**
 * An archive of one's data. `done` of `total` rows are in it. `until`: how long it can be fetched, once it is ready. `mine`: this
 * session asked for it, and so may fetch it.
 */
const exportView = z.strictObject({
  id,
  state: z.enum(["waiting", "gathering", "ready", "failed"]),
  done: z.int(),
  total: z.int(),
  bytes: z.int(),
  askedAt: time,
  until: time.nullable(),
  mine: z.boolean(),
});

export type ExportView = z.infer<typeof exportView>;

/** Answer of `POST /api/me/exports`. */
export const exportAnswer = z.strictObject({ export: exportView });

/** Answer of `GET /api/me/exports`: the last one that was asked for; null where there is none. */
export const exportState = z.strictObject({ export: exportView.nullable() });
