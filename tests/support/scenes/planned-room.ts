import { v7 as uuid } from "uuid";
import type { PersonId, RoomId } from "@/lib/domain/ids";
import type { RoomKind } from "@/lib/domain/rooms/room";
import { BACKSTAGE_BEFORE_MS } from "@/lib/domain/shows/show";
import { db } from "@/lib/server/postgres/db";

type Wishes = {
  /** Milliseconds until its hour; just after its backstage opened unless wished otherwise. Null for one without an hour. */
  inMs?: number | null;
  kind?: RoomKind;
  clubId?: string;
  /** It is a draft of that kind: closed until it is published. */
  draft?: boolean;
  opensItself?: boolean;
  guestsAllowed?: boolean;
  capacity?: number;
  reserve?: number;
  overflowLimit?: number;
  cohosts?: PersonId[];
  /** Those who accepted. */
  guests?: PersonId[];
};

/** A planned room of that host, with nobody in it: an open one of ten seats unless wished otherwise. */
export async function planRoom(createdById: PersonId, wishes: Wishes = {}): Promise<RoomId> {
  const id = uuid() as RoomId;
  const { inMs = BACKSTAGE_BEFORE_MS - 1_000, kind = "open", draft = false, clubId = null } = wishes;
  const { opensItself = false, guestsAllowed = true, capacity = 10, reserve = 0, overflowLimit = 0 } = wishes;
  const { cohosts = [], guests = [] } = wishes;
  const now = new Date();
  const keys = [
    ...cohosts.map((personId) => ({ personId, invitedById: createdById, role: "listener" as const })),
    ...guests.map((personId) => ({ personId, invitedById: createdById, role: "speaker" as const })),
  ];
  await db().room.create({
    data: {
      ...{ id, createdById, clubId, capacity, reserve, overflowLimit, title: "Night trains", language: "en" },
      status: "scheduled",
      kind: draft ? "closed" : kind,
      guestsAllowed: !draft && guestsAllowed,
      scheduledFor: inMs === null ? null : new Date(now.getTime() + inMs),
      clock: { create: {} },
      episode: {
        create: {
          publishedAt: draft ? null : now,
          ...{ kind, guestsAllowed, opensItself },
          hosts: { create: cohosts.map((personId) => ({ personId })) },
          guests: {
            create: guests.map((personId) => ({
              ...{ name: "Guest", personId, state: "accepted", answeredAt: now, invitedById: createdById },
            })),
          },
        },
      },
      invitations: { create: keys },
    },
  });
  return id;
}
