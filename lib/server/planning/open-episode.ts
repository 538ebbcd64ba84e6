import { v7 as uuid } from "uuid";
import type { PersonId, RoomId } from "@/lib/domain/ids";
import { DEFAULT_CAPACITY, defaultReserve, type RoomKind } from "@/lib/domain/rooms/room";
import { env } from "@/lib/env";
import type { Transaction } from "@/lib/server/postgres/db";

/** All that is said of an episode as it is planned. `publishedAt` null: a draft. `keys`: who else may know of it as long as it is one. */
export type PlannedEpisode = {
  title: string;
  description: string;
  topics: string[];
  language: string;
  clubId: string | null;
  showId: string | null;
  /** Which recurrence of its show's rhythm it is; null for one planned by hand. */
  occurrence: string | null;
  scheduledFor: Date;
  minutes: number;
  kind: RoomKind;
  guestsAllowed: boolean;
  opensItself: boolean;
  publishedAt: Date | null;
  createdById: PersonId;
  keys: readonly PersonId[];
};

/**
 * Makes the room of an episode. A draft is a closed room, so that nobody knows of it who has no key; the hosts beside its maker are given one.
 * An episode for members of a club that there is no more is for invited people.
 */
export async function openEpisode(tx: Transaction, planned: PlannedEpisode): Promise<RoomId> {
  const { minutes, opensItself, publishedAt, guestsAllowed, createdById, keys, ...room } = planned;
  const kind = planned.kind === "members" && planned.clubId === null ? "closed" : planned.kind;
  const capacity = Math.min(DEFAULT_CAPACITY, env().PLENUM_ROOM_CAPACITY);
  const overflowLimit = env().PLENUM_OVERFLOW_ROOMS;
  const id = uuid() as RoomId;
  const others = [...new Set(keys)].filter((personId) => personId !== createdById);
  await tx.room.create({
    data: {
      ...room,
      id,
      createdById,
      capacity,
      overflowLimit,
      reserve: overflowLimit === 0 ? 0 : defaultReserve(capacity),
      status: "scheduled",
      kind: publishedAt ? kind : "closed",
      guestsAllowed: publishedAt !== null && guestsAllowed,
      clock: { create: {} },
      episode: { create: { minutes, opensItself, publishedAt, kind, guestsAllowed } },
      invitations: { create: others.map((personId) => ({ personId, invitedById: createdById })) },
    },
  });
  return id;
}
