import { readdirSync } from "node:fs";
import { v7 as uuid } from "uuid";
import { beforeAll, describe, expect } from "vitest";
import { DELETE as liftBan, PUT as removePerson } from "@/app/api/rooms/[roomId]/bans/[personId]/route";
import { POST as invite } from "@/app/api/rooms/[roomId]/invitations/route";
import { DELETE as revokeRoute } from "@/app/api/rooms/[roomId]/invite-links/[linkId]/route";
import { POST as makeLink } from "@/app/api/rooms/[roomId]/invite-links/route";
import { GET as readMine } from "@/app/api/rooms/[roomId]/mine/route";
import { PATCH as editRoom, DELETE as endRoom } from "@/app/api/rooms/[roomId]/route";
import { POST as join, DELETE as leave } from "@/app/api/rooms/[roomId]/seat/route";
import type { PersonId, RoomId } from "@/lib/domain/ids";
import { ADDRESS_HEADER } from "@/lib/server/callers/client-address";
import { guestCookie } from "@/lib/server/callers/guest-cookie";
import { networkSeal } from "@/lib/server/callers/network-seal";
import { hallwayStream } from "@/lib/server/http/hallway-stream";
import { db } from "@/lib/server/postgres/db";
import { liveRooms } from "@/lib/server/queries/hallway/live-rooms";
import { writeRecording } from "@/lib/server/recording/write-recording";
import type { HallwayPulse } from "@/lib/wire/hallway/views";
import type { FreshInviteLink } from "@/lib/wire/invites/views";
import { it } from "@/tests/support/scenes/scene-test";
import { type Route, type Scene, seat } from "@/tests/support/scenes/stage-scene";

const ROUTES = "app/api/rooms/[roomId]";
const METHODS = ["GET", "POST", "PUT", "PATCH", "DELETE"] as const;

/** What a reader must be asked with, so that who may read it is answered. */
const ASKED: Record<string, string> = {
  audience: "?section=others",
  chat: "?channel=room",
  people: "?q=a",
  followed: "?",
};

/**
 * Acts that are about oneself alone and tell nothing: whoever is out may always leave what they are not in, and take back that they
 * hid it. A player on another site becomes somebody new, whom the door judges like any guest.
 */
const TELLS_NOTHING = ["seat/goodbye POST", "hidden DELETE", "attendance DELETE", "guest POST"];

/** Readers of a room that is to come, or over: whoever leads this one, which is live, finds nothing either. Tried with the planner and the figures. */
const NOT_WHILE_LIVE = ["coming.csv", "episode/checklist", "figures", "figures.csv"];

type Operation = { name: string; method: (typeof METHODS)[number]; handler: Route };

async function operations(): Promise<Operation[]> {
  const files = readdirSync(ROUTES, { recursive: true }).map(String);
  const routes = files.filter((file) => file.endsWith("route.ts")).toSorted();
  const found = await Promise.all(
    routes.map(async (file) => {
      const module: Record<string, unknown> = await import(
        /* @vite-ignore */ new URL(`../../../${ROUTES}/${file}`, import.meta.url).href
      );
      const name = file === "route.ts" ? "" : file.slice(0, -"/route.ts".length);
      return METHODS.flatMap((method) => (module[method] ? [{ name, method, handler: module[method] as Route }] : []));
    }),
  );
  return found.flat();
}

let all: Operation[];

// Every route with all that stands behind it.
beforeAll(async () => {
  all = await operations();
}, 120_000);

const close = (scene: Scene) => db().room.update({ where: { id: scene.roomId }, data: { kind: "closed" } });
const remove = (scene: Scene, personId: PersonId, body: object = {}) =>
  scene.ask("ada", removePerson, { personId, body });

/** A guest with a seat in the scene's room. */
async function seatGuest(scene: Scene): Promise<PersonId> {
  const { id } = await db().person.create({ data: { kind: "guest", name: "Guest 1234", portraitSeed: 1 } });
  await seat(scene.roomId, id as PersonId, "listener", scene.media.connect(scene.roomId, id, LISTENS));
  await db().room.update({ where: { id: scene.roomId }, data: { openSeats: { increment: 1 } } });
  return id as PersonId;
}

const LISTENS = { canSubscribe: true, canPublish: false, canPublishData: false, canPublishSources: [], hidden: true };

/** A recording that is over and belongs to the room; its sound is the one digit, which is JSON, too. */
async function recordRoom({ roomId, id }: Scene): Promise<string> {
  const recording = { roomId, startedById: id.ada, stoppedAt: new Date(), samples: 48_000 };
  await db().recording.create({ data: { id: RECORDING, ...recording } });
  const piece = { number: 0, bytes: Buffer.from("1"), samples: 48_000, pages: 3, turns: [] };
  await writeRecording({ recordingId: RECORDING, fence: 0n }, piece);
  return RECORDING;
}

const RECORDING = uuid();

const params = (scene: Scene, more: Record<string, string> = {}) => {
  const others = { personId: scene.id.cleo, number: "1", language: "fr", linkId: uuid(), recordingId: RECORDING };
  return { params: Promise.resolve({ roomId: scene.roomId, ...others, ...more }) };
};

async function asGuest(scene: Scene, id: PersonId, { handler, method, name }: Operation): Promise<Response> {
  const headers = { cookie: guestCookie(id).split(";")[0] ?? "", [ADDRESS_HEADER]: "192.0.2.9" };
  const url = `http://localhost:3000/${ASKED[name] ?? ""}`;
  const body = method === "GET" ? undefined : "{}";
  return handler(new Request(url, { method, headers, body }), params(scene));
}

async function asMember(
  scene: Scene,
  who: "dev" | "eve" | "finn",
  { handler, name, method }: Operation,
): Promise<Response> {
  let answer: Response | undefined;
  await scene.ask(
    who,
    async (request) => {
      const url = `http://localhost:3000/${ASKED[name] ?? ""}`;
      const body = method === "GET" ? undefined : "{}";
      answer = await handler(new Request(url, { method, headers: request.headers, body }), params(scene));
      return new Response(null, { status: answer.status });
    },
    { body: {} },
  );
  if (!answer) throw new Error("nothing was asked");
  return answer;
}

/** How each comes to be out; answers who then asks. */
const OUT: Record<string, (scene: Scene) => Promise<(operation: Operation) => Promise<Response>>> = {
  "removed from an open room": async (scene) => {
    expect((await remove(scene, scene.id.dev)).status).toBe(204);
    return (operation) => asMember(scene, "dev", operation);
  },
  "removed from a closed room": async (scene) => {
    await scene.ask("ada", invite, { body: { handle: await handleOf(scene.id.dev) } });
    await close(scene);
    expect((await remove(scene, scene.id.dev)).status).toBe(204);
    return (operation) => asMember(scene, "dev", operation);
  },
  "out of a closed room whose link was revoked": async (scene) => {
    await close(scene);
    const made = await scene.ask("ada", makeLink, { body: { role: "listener", hours: 1, maxUses: 3 } });
    const { link, url } = made.body as FreshInviteLink;
    const secret = new URL(url).searchParams.get("invite") ?? "";
    expect((await scene.ask("eve", join, { body: { invite: secret } })).status).toBe(200);
    await scene.ask("eve", leave);
    expect((await scene.ask("eve", readMine)).status).toBe(200);
    await scene.ask("ada", (request) => revokeRoute(request, params(scene, { linkId: link.id })));
    return (operation) => asMember(scene, "eve", operation);
  },
  "never invited into a closed room": async (scene) => {
    await close(scene);
    return (operation) => asMember(scene, "eve", operation);
  },
  "a guest removed from an open room": async (scene) => {
    const guest = await seatGuest(scene);
    expect((await remove(scene, guest)).status).toBe(204);
    return (operation) => asGuest(scene, guest, operation);
  },
};

const handleOf = async (id: PersonId) =>
  (await db().person.findUniqueOrThrow({ where: { id }, select: { handle: true } })).handle;

/** Not every answer is JSON: one is a stream. */
const statusOf =
  (handler: Route): Route =>
  async (request, context) => {
    const answer = await handler(request, context);
    await answer.body?.cancel();
    return new Response(null, { status: answer.status });
  };

describe("whoever is out of a room", () => {
  it.for(Object.entries(OUT))(
    "%s reads nothing of it and does nothing in it",
    { timeout: 60_000 },
    async ([_, goOut], { scene }) => {
      // Its guests are read of an episode.
      await db().episode.create({ data: { roomId: scene.roomId, publishedAt: new Date() } });
      const readers = all.filter(({ method }) => method === "GET");
      expect(readers.length).toBeGreaterThan(12);
      const recordingId = await recordRoom(scene);
      const controls = await Promise.all(
        readers.map(async ({ name, handler }) => {
          const asked = { recordingId, search: ASKED[name] ?? "?" };
          const { status } = await scene.ask("ada", statusOf(handler), asked);
          return `${name} ${status}`;
        }),
      );
      const read = readers.map(({ name }) => `${name} ${NOT_WHILE_LIVE.includes(name) ? 404 : 200}`);
      expect(controls, "who leads the room reads all of it").toEqual(read);
      const ask = await goOut(scene);
      for (const operation of all) {
        const { name, method } = operation;
        const answer = await ask(operation);
        const said = await answer.text();
        const label = `${method} ${name}`;
        if (name === "mine" && answer.status === 200) {
          expect(JSON.parse(said), label).toMatchObject({ seat: null, barred: true, hands: null, offers: null });
          continue;
        }
        if (TELLS_NOTHING.includes(`${name} ${method}`)) continue;
        expect(`${label} ${answer.status}`).toMatch(method === "GET" ? / (403|404)$/ : / (401|403|404|409|422)$/);
        expect(said, label).not.toContain("Night trains");
        expect(said, label).not.toContain(scene.id.cleo);
      }
    },
  );

  it("has its card no more, at once, and has it again once let back", async ({ scene }) => {
    const cards = async () => (await liveRooms({ id: scene.id.dev })).rooms.map(({ id }) => id);
    expect(await cards()).toContain(scene.roomId);
    const stream = await hallwayOf(scene, "dev");
    await remove(scene, scene.id.dev);
    expect(await cards()).not.toContain(scene.roomId);
    expect(await stream.next((pulse) => pulse.gone?.length === 1)).toMatchObject({
      gone: [scene.roomId],
      reread: true,
    });
    await scene.ask("ada", liftBan, { personId: scene.id.dev });
    expect(await cards()).toContain(scene.roomId);
    await stream.next((pulse) => pulse.reread);
    stream.leave();
  });

  it("stands in its line no longer, keeps no seat there, and listens in nowhere", async ({ family }) => {
    const hall = await family.openHall();
    const ben = family.id.ben;
    await db().doorLine.create({ data: { roomId: family.roomId, lastNumber: 1 } });
    await db().ticket.create({ data: { roomId: family.roomId, number: 1, personId: family.id.eve } });
    await db().visit.create({ data: { roomId: hall, personId: ben, leaseUntil: new Date(Date.now() + 30_000) } });
    const offer = { fromRoomId: hall, expiresAt: new Date(Date.now() + 30_000) };
    const dev = await family.sit(hall);
    await db().seatOffer.create({ data: { ...offer, roomId: family.roomId, personId: dev.id } });
    for (const personId of [family.id.eve, ben, dev.id]) {
      expect((await family.ask("ada", removePerson, { personId, body: {} })).status).toBe(204);
    }
    expect(await db().ticket.count({ where: { closedAt: null } })).toBe(0);
    expect(await db().visit.count({ where: { closedAt: null } })).toBe(0);
    expect(await db().seatOffer.count({ where: { closedAt: null } })).toBe(0);
    expect(await dev.sits()).toBeNull();
  });

  it("removed from a hall, loses the seat that it holds for the time on the main stage", async ({ family }) => {
    const hall = await family.openHall();
    const finn = await family.sit(hall, "moderator");
    await db().heldSeat.create({ data: { roomId: hall, personId: family.id.cleo } });
    await db().room.update({ where: { id: hall }, data: { openSeats: { increment: 1 } } });
    expect((await finn.ask(removePerson, { roomId: hall, personId: family.id.cleo, body: {} })).status).toBe(204);
    expect(await db().heldSeat.count({ where: { closedAt: null } })).toBe(0);
    expect(await db().room.findUnique({ where: { id: hall } })).toMatchObject({ openSeats: 1 });
  });
});

describe("coming back without one's name", () => {
  const enter = (scene: Scene, address: string, cookie = "") =>
    join(
      new Request("http://localhost:3000/", {
        method: "POST",
        headers: { [ADDRESS_HEADER]: address, cookie },
        body: "{}",
      }),
      params(scene),
    );
  const cookieOf = (answer: Response) => answer.headers.getSetCookie().find((line) => line.startsWith("plenum-guest"));
  const guestIn = async (scene: Scene, address: string) => {
    const answer = await enter(scene, address);
    expect(answer.status).toBe(200);
    const cookie = cookieOf(answer)?.split(";")[0] ?? "";
    const { seat: given } = (await answer.json()) as { seat: { personId: PersonId } };
    return { id: given.personId, cookie };
  };
  const refusalOf = async (answer: Response) => ((await answer.json()) as { error: { code: string } }).error.code;

  it("from the same network is kept out while the room is live, and nobody else is", async ({ scene }) => {
    const rude = await guestIn(scene, "192.0.2.50");
    const colleague = await guestIn(scene, "192.0.2.50");
    const { network } = await db().seat.findFirstOrThrow({ where: { personId: rude.id } });
    expect(Buffer.from(network ?? []).toString()).not.toContain("192.0.2.50");
    expect((await remove(scene, rude.id, { guests: "not_from_there" })).status).toBe(204);
    expect(await refusalOf(await enter(scene, "192.0.2.50"))).toBe("network_barred");
    expect((await enter(scene, "192.0.2.50", colleague.cookie)).status, "who is in stays in").toBe(200);
    expect((await enter(scene, "192.0.2.51")).status).toBe(200);
    await db().seat.deleteMany({ where: { personId: scene.id.gil } });
    const gil = await scene.ask("gil", (request, context) => {
      const headers = new Headers(request.headers);
      headers.set(ADDRESS_HEADER, "192.0.2.50");
      return join(new Request(request.url, { method: "POST", headers, body: "{}" }), context);
    });
    expect(gil.status, "members are hurt by no network").toBe(200);
  });

  it("as a member who was signed in there, and by the /64 of an IPv6 address; let back, all are", async ({ scene }) => {
    await scene.ask("gil", (request, context) => {
      const headers = new Headers(request.headers);
      headers.set(ADDRESS_HEADER, "2001:db8:1:2::7");
      return join(new Request(request.url, { method: "POST", headers, body: "{}" }), context);
    });
    await scene.ask("gil", leave);
    await remove(scene, scene.id.gil, { guests: "not_from_there" });
    expect(await refusalOf(await enter(scene, "2001:db8:1:2:ffff::1"))).toBe("network_barred");
    expect((await enter(scene, "2001:db8:1:3::1")).status).toBe(200);
    await scene.ask("ada", liftBan, { personId: scene.id.gil });
    expect((await enter(scene, "2001:db8:1:2:ffff::1")).status).toBe(200);
  });

  it("is nobody's where the room is put to members, and guests who are in stay", async ({ scene }) => {
    const guest = await guestIn(scene, "192.0.2.60");
    expect((await remove(scene, scene.id.dev, { guests: "members_only" })).status).toBe(204);
    expect(await db().room.findUnique({ where: { id: scene.roomId } })).toMatchObject({ guestsAllowed: false });
    expect(await refusalOf(await enter(scene, "192.0.2.61"))).toBe("guests_not_allowed");
    expect((await enter(scene, "192.0.2.60", guest.cookie)).status).toBe(200);
    expect((await scene.events()).map(({ type }) => type)).toContain("room_edited");
  });

  it("is as it was where nothing is chosen", async ({ scene }) => {
    const rude = await guestIn(scene, "192.0.2.70");
    await remove(scene, rude.id);
    expect(await refusalOf(await enter(scene, "192.0.2.70", rude.cookie))).toBe("banned");
    expect((await enter(scene, "192.0.2.70")).status).toBe(200);
  });

  it("leaves nothing of where anybody came from once the room has ended", async ({ scene }) => {
    const rude = await guestIn(scene, "192.0.2.80");
    await remove(scene, rude.id, { guests: "not_from_there" });
    expect(await db().networkBar.count({ where: { roomId: scene.roomId } })).toBe(1);
    expect((await scene.ask("ada", endRoom, { body: {} })).status).toBe(204);
    expect(await db().networkBar.count({ where: { roomId: scene.roomId } })).toBe(0);
    expect(await db().seat.count({ where: { roomId: scene.roomId, network: { not: null } } })).toBe(0);
  });

  it("is known by another name in each family, and not at all without an address", () => {
    const [one, other] = [uuid() as RoomId, uuid() as RoomId];
    expect(networkSeal(one, "192.0.2.1")).toEqual(networkSeal(one, "192.0.2.1"));
    expect(networkSeal(one, "192.0.2.1")).not.toEqual(networkSeal(other, "192.0.2.1"));
    expect(networkSeal(one, "unknown")).toBeNull();
  });
});

it("a room that is closed while it has halls closes them too", async ({ family }) => {
  const hall = await family.openHall();
  expect((await family.ask("ada", editRoom, { body: { kind: "closed", guestsAllowed: false } })).status).toBe(200);
  expect(await db().room.findUnique({ where: { id: hall } })).toMatchObject({ kind: "closed", guestsAllowed: false });
  expect((await family.eventsOf(hall)).map(({ type }) => type)).toEqual(["room_edited"]);
});

/** The pulses that one person's hallway is sent. */
async function hallwayOf(scene: Scene, who: "dev") {
  const abort = new AbortController();
  let request: Request | null = null;
  await scene.ask(who, async ({ headers }) => {
    request = new Request("http://localhost:3000/api/hallway/events", { headers, signal: abort.signal });
    return new Response(null, { status: 204 });
  });
  const answer = await hallwayStream(request as unknown as Request);
  const reader = answer.body?.pipeThrough(new TextDecoderStream()).getReader();
  let text = "";
  const next = async (wanted: (pulse: HallwayPulse) => boolean): Promise<HallwayPulse> => {
    for (;;) {
      const [line, rest] = [/data: (.*)\n\n/.exec(text), text.replace(/[\s\S]*?data: .*\n\n/, "")];
      if (line) {
        text = rest;
        const pulse = JSON.parse(line[1] ?? "") as HallwayPulse;
        if (wanted(pulse)) return pulse;
        continue;
      }
      const { value, done } = (await reader?.read()) ?? { done: true, value: "" };
      if (done) throw new Error("the stream ended");
      text += value;
    }
  };
  return { next, leave: () => abort.abort() };
}
