import { randomBytes } from "node:crypto";
import { v7 as uuid } from "uuid";
import type { PersonId, RoomId } from "@/lib/domain/ids";
import type { Role } from "@/lib/domain/roles";
import { ensureMediaRoom } from "@/lib/media/api";
import { hashOf } from "@/lib/server/callers/secrets";
import { db } from "@/lib/server/postgres/db";
import { type FakeMedia, LISTENS, SPEAKS } from "@/tests/support/fake-media";
import { type Answer, askAs, type Route, type Scene, seat } from "./stage-scene";

/** Somebody in a hall, or in none. Asks routes about the room they were seated in unless another is named. */
export type Member = {
  id: PersonId;
  ask: (route: Route, more?: { roomId?: string; personId?: string; body?: object; search?: string }) => Promise<Answer>;
  /** The room of their open seat, null where they hold none. */
  sits: () => Promise<string | null>;
};

/** The scene's room as the main room of a family, with overflow rooms. */
export type Family = Scene & {
  /** Opens the next overflow room, empty. */
  openHall: (wishes?: { language?: string; capacity?: number }) => Promise<RoomId>;
  /** A new member with a connected seat in a room of the family, later than everybody before. */
  sit: (roomId: RoomId, role?: Role) => Promise<Member>;
  /** The main room takes so many more listeners. */
  leaveFree: (seats: number) => Promise<void>;
  eventsOf: (roomId: RoomId) => Promise<{ type: string; audience: string; toId: string | null; facts: unknown }[]>;
};

/** Lets the scene's room overflow. */
export async function openFamily(scene: Scene): Promise<Family> {
  const { roomId: mainRoomId, media } = scene;
  await db().room.update({ where: { id: mainRoomId }, data: { overflowLimit: 20 } });
  return {
    ...scene,
    openHall: async ({ language = "en", capacity = 5_000 } = {}) => {
      const id = uuid() as RoomId;
      const main = { where: { id: mainRoomId }, data: { overflowOpened: { increment: 1 } } };
      const { overflowOpened: overflowNumber, title, kind, createdById } = await db().room.update(main);
      const { sid: mediaSid } = await ensureMediaRoom(id, capacity);
      const own = { id, language, capacity, mainRoomId, overflowNumber, mediaSid, liveAt: new Date() };
      await db().room.create({ data: { ...own, title, kind, createdById, clock: { create: {} } } });
      return id;
    },
    sit: (roomId, role = "listener") => sit(media, roomId, role),
    leaveFree: async (seats) => {
      const { openSeats } = await db().room.findUniqueOrThrow({ where: { id: mainRoomId } });
      await db().room.update({ where: { id: mainRoomId }, data: { capacity: openSeats + seats } });
    },
    eventsOf: (roomId) =>
      db().roomEvent.findMany({
        where: { roomId },
        orderBy: { version: "asc" },
        select: { type: true, audience: true, toId: true, facts: true },
      }),
  };
}

async function sit(media: FakeMedia, roomId: RoomId, role: Role): Promise<Member> {
  const id = uuid() as PersonId;
  const token = `plnm_${randomBytes(32).toString("base64url")}`;
  await db().person.create({ data: { id, kind: "member", handle: id.slice(-12), name: "Somebody", portraitSeed: 1 } });
  await db().accessToken.create({
    data: { personId: id, name: "test", tokenHash: hashOf(token), scopes: ["read", "write"] },
  });
  const mediaSid = media.connect(roomId, id, role === "listener" ? LISTENS : SPEAKS);
  await seat(roomId, id, role, mediaSid);
  await db().room.update({ where: { id: roomId }, data: { openSeats: { increment: 1 }, emptySince: null } });
  return {
    id,
    ask: (route, { roomId: asked = roomId, personId, body, search } = {}) =>
      askAs(token, route, { named: { roomId: asked, ...(personId && { personId }) }, body, search }),
    sits: async () => (await db().seat.findFirst({ where: { personId: id, closedAt: null } }))?.roomId ?? null,
  };
}
