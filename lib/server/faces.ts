import type { PersonFace } from "@/lib/wire/views";

/** How long somebody wears the party hat. Source: behaviours 10. */
const NEW_FOR_MS = 7 * 24 * 60 * 60 * 1_000;

/** What a person's row must hold for others to see them. */
export type FaceRow = {
  id: string;
  kind: "member" | "guest";
  name: string;
  handle: string | null;
  portraitSeed: number;
  createdAt: Date;
};

/** The columns of a FaceRow, for Prisma's `select`. */
export const FACE_COLUMNS = {
  id: true,
  kind: true,
  name: true,
  handle: true,
  portraitSeed: true,
  createdAt: true,
} as const;

/** A person as others see them. */
export function toFace(person: FaceRow, now: Date = new Date()): PersonFace {
  const isGuest = person.kind === "guest";
  return {
    id: person.id,
    name: person.name,
    handle: person.handle,
    portraitSeed: person.portraitSeed,
    isNew: !isGuest && now.getTime() - person.createdAt.getTime() < NEW_FOR_MS,
    isGuest,
  };
}
