import { randomBytes } from "node:crypto";
import { v7 as uuid } from "uuid";
import type { PersonId, RoomId } from "@/lib/domain/ids";
import type { Role } from "@/lib/domain/roles";
import { ensureMediaRoom, forgetMediaRoom } from "@/lib/media/api";
import { hashOf } from "@/lib/server/callers/secrets";
import type { Params } from "@/lib/server/http/command";
import { db } from "@/lib/server/postgres/db";
import { type FakeMedia, LISTENS, SPEAKS } from "@/tests/support/fake-media";

/** Who they are in the room of a scene; Eve and Gil hold no seat. */
const CAST = {
  ada: "host",
  ben: "moderator",
  cleo: "speaker",
  dev: "listener",
  finn: "listener",
  eve: null,
  gil: null,
} as const satisfies Record<string, Role | null>;

export type CastName = keyof typeof CAST;

export type Route = (request: Request, context: { params: Promise<Params> }) => Promise<Response>;

/** A room with the named cast in it, connected to the fake media server, all as it should be. */
export type Scene = {
  media: FakeMedia;
  roomId: RoomId;
  id: Record<CastName, PersonId>;
  /** Sends a request through the route as this person. Answers status and parsed body. */
  ask: (
    who: CastName,
    route: Route,
    more?: {
      roomId?: string;
      personId?: string;
      clubId?: string;
      showId?: string;
      language?: string;
      recordingId?: string;
      body?: object;
      number?: number;
      search?: string;
      /** What else the path names. */
      named?: Params;
    },
  ) => Promise<Answer>;
  /** The same for a route that names other things. */
  askNamed: (who: CastName, route: Route, named: Params, body?: object) => Promise<Answer>;
  seatOf: (who: CastName) => ReturnType<typeof openSeat>;
  events: () => Promise<{ type: string; audience: string; toId: string | null; facts: unknown }[]>;
};

export type Answer = { status: number; code?: string; body: Record<string, unknown> | null };

const newToken = (): string => `plnm_${randomBytes(32).toString("base64url")}`;

export async function openScene(media: FakeMedia): Promise<Scene> {
  const names = Object.keys(CAST) as CastName[];
  const id = Object.fromEntries(names.map((name) => [name, uuid()])) as Record<CastName, PersonId>;
  const tokens = Object.fromEntries(names.map((name) => [name, newToken()])) as Record<CastName, string>;
  await db().person.createMany({
    data: names.map((name) => ({
      id: id[name],
      kind: "member",
      handle: `${name}_${id[name].slice(-8)}`,
      name,
      portraitSeed: 1,
    })),
  });
  await db().accessToken.createMany({
    data: names.map((name) => ({
      personId: id[name],
      name: "test",
      tokenHash: hashOf(tokens[name]),
      scopes: ["read", "write"],
    })),
  });
  const roomId = await openRoom(id, media);
  return {
    media,
    roomId,
    id,
    ask: async (
      who,
      route,
      {
        roomId: asked = roomId,
        personId,
        clubId,
        showId,
        language,
        recordingId,
        body,
        number,
        search = "",
        named: also,
      } = {},
    ) => {
      const named = {
        roomId: asked,
        ...also,
        ...(personId && { personId }),
        ...(clubId && { clubId }),
        ...(showId && { showId }),
        ...(language && { language }),
        ...(recordingId && { recordingId }),
        ...(number && { number: String(number) }),
      };
      return askAs(tokens[who], route, { named, body, search });
    },
    askNamed: (who, route, named, body) => askAs(tokens[who], route, { named, body }),
    seatOf: (who) => openSeat(roomId, id[who]),
    events: () =>
      db().roomEvent.findMany({
        where: { roomId },
        orderBy: { version: "asc" },
        select: { type: true, audience: true, toId: true, facts: true },
      }),
  };
}

/** Sends a request through a route with an access token, `named` in its path. */
export async function askAs(
  token: string,
  route: Route,
  { named, body, search = "" }: { named: Params; body?: object; search?: string },
): Promise<Answer> {
  const request = new Request(`http://localhost:3000/${search}`, {
    method: search === "" ? "POST" : "GET",
    headers: { authorization: `Bearer ${token}` },
    body: body && JSON.stringify(body),
  });
  return readAnswer(await route(request, { params: Promise.resolve(named) }));
}

async function openRoom(id: Record<CastName, PersonId>, media: FakeMedia): Promise<RoomId> {
  const roomId = uuid() as RoomId;
  const seated = (Object.entries(CAST) as [CastName, Role | null][]).filter((one): one is [CastName, Role] => !!one[1]);
  await db().room.create({
    data: {
      id: roomId,
      title: "Night trains",
      language: "en",
      capacity: 5_000,
      openSeats: seated.length,
      createdById: id.ada,
      liveAt: new Date(),
      clock: { create: {} },
    },
  });
  forgetMediaRoom(roomId);
  const { sid } = await ensureMediaRoom(roomId, 5_000);
  await db().room.update({ where: { id: roomId }, data: { mediaSid: sid } });
  await db().seat.createMany({
    data: seated.map(([name, role]) =>
      seatRow(roomId, id[name], role, media.connect(roomId, id[name], role === "listener" ? LISTENS : SPEAKS)),
    ),
  });
  return roomId;
}

/** An open seat, connected under this sid. The room's counter is the caller's. */
export async function seat(roomId: RoomId, personId: PersonId, role: Role, mediaSid: string): Promise<void> {
  await db().seat.create({ data: seatRow(roomId, personId, role, mediaSid) });
}

function seatRow(roomId: RoomId, personId: PersonId, role: Role, mediaSid: string) {
  const stageSince = role === "listener" ? null : new Date();
  return { id: uuid(), roomId, personId, role, stageSince, connectedAt: new Date(), mediaSid };
}

const openSeat = (roomId: RoomId, personId: PersonId) =>
  db().seat.findFirst({ where: { roomId, personId, closedAt: null } });

async function readAnswer(response: Response): Promise<Answer> {
  const text = await response.text();
  const body = text ? (JSON.parse(text) as Record<string, unknown>) : null;
  const code = (body?.error as { code?: string } | undefined)?.code;
  return { status: response.status, code, body };
}
