import type { PersonFace } from "@/lib/wire/people/views";

/** How long somebody wears the party hat. Source: behaviours 10. */
const NEW_FOR_MS = 7 * 24 * 60 * 60 * 1_000;

/** What a person's row must hold for others to see them. */
export type FaceRow = {
  id: string;
  kind: "member" | "guest";
  name: string;
  handle: string | null;
  portraitSeed: number;
  portraitKey: string | null;
  createdAt: Date;
  hatHiddenAt: Date | null;
  admin: boolean;
};

/** The columns of a FaceRow, for Prisma's `select`. */
export const FACE_COLUMNS = {
  id: true,
  kind: true,
  name: true,
  handle: true,
  portraitSeed: true,
  portraitKey: true,
  createdAt: true,
  hatHiddenAt: true,
  admin: true,
} as const;

/** The columns of a FaceRow, of `person p`. */
export const FACE_SQL = `p.id, p.kind, p.name, p.handle, p.portrait_seed AS "portraitSeed", p.portrait_key AS "portraitKey",
  p.created_at AS "createdAt", p.hat_hidden_at AS "hatHiddenAt", p.admin`;

/** A person as others see them. People who hide their hat do not show as new. */
export function toFace(person: FaceRow, now: Date = new Date()): PersonFace {
  const isGuest = person.kind === "guest";
  const wearsHat = !isGuest && person.hatHiddenAt === null;
  return {
    id: person.id,
    name: person.name,
    handle: person.handle,
    portraitSeed: person.portraitSeed,
    portrait: person.portraitKey,
    isNew: wearsHat && isInFirstDays(person.createdAt, now),
    isGuest,
    ...(person.admin && { isAdmin: true }),
  };
}

/** Whether somebody who joined then is still new. */
export const isInFirstDays = (joinedAt: Date, now: Date): boolean => now.getTime() - joinedAt.getTime() < NEW_FOR_MS;
