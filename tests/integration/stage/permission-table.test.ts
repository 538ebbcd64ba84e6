import { v7 as uuid } from "uuid";
import { describe, expect } from "vitest";
import { DELETE as liftBan, PUT as removePerson } from "@/app/api/rooms/[roomId]/bans/[personId]/route";
import { DELETE as deleteMessage } from "@/app/api/rooms/[roomId]/chat/[number]/route";
import { PUT as removeFromChat } from "@/app/api/rooms/[roomId]/chat/bans/[personId]/route";
import { GET as readChat, POST as writeChat } from "@/app/api/rooms/[roomId]/chat/route";
import { POST as sendNotice } from "@/app/api/rooms/[roomId]/family-line/route";
import { GET as readHalls } from "@/app/api/rooms/[roomId]/halls/route";
import { DELETE as lowerHand, POST as raiseHand } from "@/app/api/rooms/[roomId]/hand/route";
import { PUT as pickHand } from "@/app/api/rooms/[roomId]/hands/[personId]/pick/route";
import { DELETE as declineHand } from "@/app/api/rooms/[roomId]/hands/[personId]/route";
import { GET as readHands } from "@/app/api/rooms/[roomId]/hands/route";
import { POST as handOver } from "@/app/api/rooms/[roomId]/host/route";
import { PUT as assignInterpreter } from "@/app/api/rooms/[roomId]/interpreters/[personId]/route";
import { POST as invite } from "@/app/api/rooms/[roomId]/invitations/route";
import { POST as makeLink } from "@/app/api/rooms/[roomId]/invite-links/route";
import { POST as leadHall } from "@/app/api/rooms/[roomId]/leader/route";
import { GET as readLog } from "@/app/api/rooms/[roomId]/log/route";
import { POST as acceptOffer } from "@/app/api/rooms/[roomId]/offer/route";
import { POST as offerStage } from "@/app/api/rooms/[roomId]/offers/[personId]/route";
import { POST as sendToHall } from "@/app/api/rooms/[roomId]/people/[personId]/seat-offer/route";
import { POST as ping } from "@/app/api/rooms/[roomId]/pings/route";
import { DELETE as unpin } from "@/app/api/rooms/[roomId]/pinned-link/route";
import { POST as react } from "@/app/api/rooms/[roomId]/reactions/route";
import { POST as startRecording } from "@/app/api/rooms/[roomId]/recording/route";
import { PATCH as editRoom, DELETE as endRoom } from "@/app/api/rooms/[roomId]/route";
import { POST as mute, DELETE as unmute } from "@/app/api/rooms/[roomId]/stage/[personId]/mute/route";
import { PATCH as changeRole, DELETE as moveToAudience } from "@/app/api/rooms/[roomId]/stage/[personId]/route";
import { POST as muteAll } from "@/app/api/rooms/[roomId]/stage/mute/route";
import { POST as visitHall } from "@/app/api/rooms/[roomId]/visit/route";
import type { Action } from "@/lib/domain/permissions";
import { ROLES, type Role } from "@/lib/domain/roles";
import { db } from "@/lib/server/postgres/db";
import { SPEAKS } from "@/tests/support/fake-media";
import { GRID } from "@/tests/support/permission-grid";
import { it } from "@/tests/support/scenes/scene-test";
import type { Scene } from "@/tests/support/scenes/stage-scene";

type Route = Parameters<Scene["ask"]>[1];
type Sent = NonNullable<Parameters<Scene["ask"]>[2]>;

/** A line of the chat that the case is about. */
const LINE = 7;

/**
 * How an action is tried through its route. `aim`: what is sent, about this person. `on`: on others of each rank, on
 * oneself, or on nobody. Where the table allows it but there is nothing to do, `unfit` says which ranks answer 409.
 * `no`: the status of a refusal, where it is not 403: what one may not know of answers 404, a stage that one is on or
 * not on 409.
 */
type Case = {
  route: Route;
  on: "others" | "self" | "nobody";
  aim?: (personId: string, scene: Scene) => Sent;
  before?: (scene: Scene, actorId: string, targetId: string) => Promise<unknown>;
  unfit?: readonly Role[];
  no?: number;
  /** Refused by the table, but it is so already: 204 (or `answers`), and nothing changes. */
  soAlready?: (role: Role, target: Role | null) => boolean;
  answers?: 200;
  /** Guests may as well. */
  guests?: boolean;
};

const person = (personId: string): Sent => ({ personId });
const writeMessage = (scene: Scene, personId: string) =>
  db().chatLine.create({
    data: { roomId: scene.roomId, channel: "room", number: LINE, version: LINE, personId, text: "hello" },
  });
/** The room is an overflow room of somebody else's. */
async function makeHall({ roomId, id }: Scene): Promise<void> {
  const mainRoomId = uuid();
  const main = { id: mainRoomId, title: "Trains", language: "en", capacity: 5_000, createdById: id.gil };
  await db().room.create({ data: main });
  await db().room.update({ where: { id: roomId }, data: { mainRoomId, overflowNumber: 1, createdById: id.gil } });
}
const raise = (scene: Scene, personId: string) => db().hand.create({ data: { roomId: scene.roomId, personId } });

const CASES: Record<Action, Case> = {
  raiseHand: { route: raiseHand, on: "self", no: 409 },
  lowerHand: { route: lowerHand, on: "self" },
  answerHand: { route: declineHand, on: "others", aim: person, before: (scene, _, target) => raise(scene, target) },
  pickHand: {
    route: pickHand,
    on: "others",
    aim: (personId) => ({ personId, body: { reason: "Asks what many ask" } }),
    before: async (scene, _, target) => {
      await raise(scene, target);
      await makeHall(scene);
    },
  },
  offerStage: { route: offerStage, on: "others", aim: person, unfit: ["host", "moderator", "speaker"] },
  answerOffer: {
    route: acceptOffer,
    on: "self",
    no: 409,
    unfit: ["speaker"],
    before: (scene, actor) =>
      db().offer.create({
        data: {
          roomId: scene.roomId,
          personId: actor,
          offeredById: scene.id.ada,
          expiresAt: new Date(Date.now() + 30_000),
        },
      }),
  },
  stepDown: { route: moveToAudience, on: "self", aim: person, soAlready: (role) => role === "listener" },
  moveToAudience: { route: moveToAudience, on: "others", aim: person },
  mute: { route: mute, on: "others", aim: person, unfit: ["listener"] },
  unmuteSelf: { route: unmute, on: "self", aim: person, no: 409 },
  removePerson: { route: removePerson, on: "others", aim: person },
  liftBan: {
    route: liftBan,
    on: "nobody",
    aim: (_, scene) => ({ personId: scene.id.gil }),
    before: (scene) =>
      db().roomBan.create({ data: { roomId: scene.roomId, personId: scene.id.gil, bannedById: scene.id.ada } }),
  },
  makeModerator: {
    route: changeRole,
    on: "others",
    aim: (personId) => ({ personId, body: { role: "moderator" } }),
    unfit: ["listener"],
    soAlready: (role, target) => role === "moderator" && target === "moderator",
  },
  unmakeModerator: {
    route: changeRole,
    on: "others",
    aim: (personId) => ({ personId, body: { role: "speaker" } }),
    unfit: ["listener"],
  },
  invite: { route: invite, on: "nobody", aim: (_, scene) => ({ body: { handle: `gil_${scene.id.gil.slice(-8)}` } }) },
  editRoom: { route: editRoom, on: "nobody", aim: () => ({ body: { title: "Day trains" } }) },
  endRoom: { route: endRoom, on: "nobody" },
  readLog: { route: readLog, on: "nobody", aim: () => ({ search: "?" }), no: 404 },
  muteAll: { route: muteAll, on: "nobody" },
  handOver: { route: handOver, on: "others", aim: (personId) => ({ body: { personId } }), unfit: ["listener"] },
  readHands: { route: readHands, on: "nobody", aim: () => ({ search: "?" }), no: 404 },
  pingPerson: { route: ping, on: "nobody", aim: (_, scene) => ({ body: { personId: scene.id.gil } }) },
  inviteByLink: {
    route: makeLink,
    on: "nobody",
    aim: () => ({ body: { role: "listener", hours: 1, maxUses: 1 } }),
  },
  pinLink: {
    route: unpin,
    on: "nobody",
    before: (scene) =>
      db().pinnedLink.create({
        data: { roomId: scene.roomId, url: "https://example.org/", pinnedById: scene.id.ada },
      }),
  },
  writeChat: { route: writeChat, on: "nobody", aim: () => ({ body: { text: "hello" } }) },
  react: { route: react, on: "nobody", aim: () => ({ body: { reaction: "👏" } }), guests: true },
  deleteOwnMessage: {
    route: deleteMessage,
    on: "self",
    aim: () => ({ number: LINE }),
    before: (scene, actor) => writeMessage(scene, actor),
  },
  deleteMessage: {
    route: deleteMessage,
    on: "others",
    aim: () => ({ number: LINE }),
    before: (scene, _, target) => writeMessage(scene, target),
  },
  removeFromChat: { route: removeFromChat, on: "others", aim: person },
  assignInterpreter: {
    route: assignInterpreter,
    on: "nobody",
    aim: (_, scene) => ({ personId: scene.id.gil, body: { language: "de" } }),
  },
  useModeratorsChannel: {
    route: readChat,
    on: "nobody",
    aim: () => ({ search: "?channel=moderators" }),
    no: 404,
  },
  leadHall: {
    route: leadHall,
    on: "self",
    soAlready: (role) => role === "host" || role === "moderator",
    answers: 200,
    before: async (scene, actor) => {
      await makeHall(scene);
      await db().seat.updateMany({
        where: { roomId: scene.roomId, role: { in: ["host", "moderator"] }, personId: { not: actor } },
        data: { role: "speaker" },
      });
    },
  },
  readHalls: { route: readHalls, on: "nobody", aim: () => ({ search: "?" }), no: 404 },
  // From the hall itself; from the main room it is tried with the halls.
  visitHall: { route: visitHall, on: "nobody", before: makeHall },
  closeHall: { route: endRoom, on: "nobody", before: makeHall },
  sendToHall: {
    route: sendToHall,
    on: "nobody",
    aim: (_, scene) => ({ personId: scene.id.finn, body: { roomId: scene.roomId } }),
  },
  sendNotice: { route: sendNotice, on: "nobody", aim: () => ({ body: { text: "Five minutes more." } }) },
  recordRoom: { route: startRecording, on: "nobody" },
};

const ACTORS = { host: "ada", moderator: "ben", speaker: "cleo", listener: "dev" } as const;

describe.each(Object.entries(CASES) as [Action, Case][])("%s", (action, tried) => {
  const targets = tried.on === "others" ? ROLES : [null];
  for (const role of ROLES) {
    for (const targetRole of targets) {
      if (role === "host" && targetRole === "host") continue;
      const { status, says } = expected(action, tried, role, targetRole);
      it(`${says} a ${role}${targetRole ? ` to do it to a ${targetRole}` : ""}`, async ({ scene }) => {
        const actorId = scene.id[ACTORS[role]];
        const targetId = targetRole ? await someone(scene, targetRole) : actorId;
        await tried.before?.(scene, actorId, targetId);
        const held = await everything(scene);
        const answer = await scene.ask(ACTORS[role], tried.route, tried.aim?.(targetId, scene));
        if (status === "done") expect([200, 201, 204]).toContain(answer.status);
        else await expectNothing(scene, answer, status, held);
      });
    }
  }

  it("refuses somebody without a seat", async ({ scene }) => {
    const targetId = await someone(scene, "listener");
    await tried.before?.(scene, scene.id.eve, targetId);
    const held = await everything(scene);
    const answer = await scene.ask("eve", tried.route, tried.aim?.(targetId, scene));
    expect([403, 404, 409]).toContain(answer.status);
    await expectNothing(scene, answer, answer.status, held);
  });

  it.skipIf(tried.guests)("refuses a guest", async ({ scene }) => {
    await db().person.update({ where: { id: scene.id.dev }, data: { kind: "guest", handle: null } });
    const targetId = await someone(scene, "listener");
    await tried.before?.(scene, scene.id.dev, targetId);
    const held = await everything(scene);
    const answer = await scene.ask("dev", tried.route, tried.aim?.(targetId, scene));
    expect([403, 404]).toContain(answer.status);
    await expectNothing(scene, answer, answer.status, held);
  });
});

/** What the literal grid says of one cell, and with which status the route says it. */
function expected(action: Action, tried: Case, role: Role, target: Role | null) {
  const { no = 403, unfit = [], soAlready, answers = 204 } = tried;
  if (soAlready?.(role, target)) return { status: answers, says: "has nothing to do for" } as const;
  const written = GRID[action][role];
  const may =
    written === "yes" || written === "self" || (target ? written.split(" ").includes(target) : written !== "-");
  const fits = !unfit.includes(target ?? role);
  if (may && fits) return { status: "done", says: "lets" } as const;
  return { status: may ? 409 : no, says: may ? "finds nothing to do for" : "refuses" };
}

/** Somebody else of this rank, connected as they should be. */
async function someone(scene: Scene, role: Role): Promise<string> {
  if (role === "host") return scene.id.ada;
  if (role === "listener") return scene.id.finn;
  const personId = uuid();
  await db().person.create({ data: { id: personId, kind: "member", name: role, portraitSeed: 1 } });
  const mediaSid = scene.media.connect(scene.roomId, personId, SPEAKS);
  const now = new Date();
  await db().seat.create({
    data: { id: uuid(), roomId: scene.roomId, personId, role, stageSince: now, connectedAt: now, mediaSid },
  });
  await db().room.update({ where: { id: scene.roomId }, data: { openSeats: { increment: 1 } } });
  return personId;
}

/** All that an act could change: rows of the room, and what the media server lets people do. */
async function everything({ roomId, media }: Scene): Promise<string> {
  const where = { where: { roomId } };
  const rows = await Promise.all([
    db().room.findUnique({ where: { id: roomId } }),
    db().seat.findMany({ ...where, orderBy: { id: "asc" } }),
    db().hand.findMany({ ...where, orderBy: { id: "asc" } }),
    db().offer.findMany({ ...where, orderBy: { id: "asc" } }),
    db().roomBan.findMany(where),
    db().invitation.findMany(where),
    db().chatLine.findMany(where),
    db().chatBan.findMany(where),
    db().inviteLink.findMany(where),
    db().ping.findMany(where),
    db().pinnedLink.findMany(where),
    db().roomEvent.findMany({ ...where, orderBy: { version: "asc" } }),
    db().interpreter.findMany(where),
    db().pendingMirror.findMany(where),
  ]);
  const people = [...(media.rooms.get(roomId)?.people.values() ?? [])];
  return JSON.stringify([rows, people], (_, value) => (typeof value === "bigint" ? String(value) : value));
}

async function expectNothing(
  scene: Scene,
  answer: Awaited<ReturnType<Scene["ask"]>>,
  status: number,
  held: string,
): Promise<void> {
  expect({ status: answer.status, refused: answer.code !== undefined }).toEqual({ status, refused: status > 204 });
  expect(await everything(scene)).toBe(held);
}
