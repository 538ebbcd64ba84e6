import { v7 as uuid } from "uuid";
import { describe, expect } from "vitest";
import { PUT as remove } from "@/app/api/rooms/[roomId]/bans/[personId]/route";
import { POST as joinChannel } from "@/app/api/rooms/[roomId]/channels/[language]/route";
import { DELETE as leaveAir, POST as takeAir } from "@/app/api/rooms/[roomId]/interpreters/[personId]/on-air/route";
import {
  PUT as assign,
  PATCH as chooseSource,
  DELETE as end,
} from "@/app/api/rooms/[roomId]/interpreters/[personId]/route";
import { POST as openHall } from "@/app/api/rooms/[roomId]/overflow/route";
import { PUT as rate } from "@/app/api/rooms/[roomId]/ratings/[language]/route";
import { GET as readRatings } from "@/app/api/rooms/[roomId]/ratings/route";
import { DELETE as leave } from "@/app/api/rooms/[roomId]/seat/route";
import { channelRoom } from "@/lib/domain/interpreting/channel";
import { door } from "@/lib/server/admission/door";
import { db } from "@/lib/server/postgres/db";
import { readRoomView } from "@/lib/server/queries/rooms/read-room-view";
import { LISTENS, SPEAKS } from "@/tests/support/fake-media";
import { addMember } from "@/tests/support/scenes/at-the-door";
import { it } from "@/tests/support/scenes/scene-test";
import type { CastName, Scene } from "@/tests/support/scenes/stage-scene";

const give = async (scene: Scene, who: CastName, language: string, by: CastName = "ada") =>
  scene.ask(by, assign, { personId: scene.id[who], body: { language } });
const air = (scene: Scene, who: CastName) => scene.ask(who, takeAir, { personId: scene.id[who] });
const hear = (scene: Scene, who: CastName, language: string, hallId?: string) =>
  scene.ask(who, joinChannel, { language, roomId: hallId });
const channels = async (scene: Scene) =>
  (await readRoomView(scene.roomId))?.channels.map(({ language, interpreters }) => [
    language,
    ...interpreters.map(({ person, onAir }) => `${person.name}${onAir ? " on air" : ""}`),
  ]);

const hallOf = ({ body }: Awaited<ReturnType<typeof hear>>): string => (body as { hall: { id: string } }).hall.id;

type Grants = {
  room: string;
  canPublish: boolean;
  canSubscribe: boolean;
  hidden: boolean;
  canPublishSources?: string[];
};
function grantsOf({ body }: Awaited<ReturnType<typeof hear>>): Grants {
  const { token } = (body as { media: { token: string } }).media;
  return JSON.parse(Buffer.from(token.split(".")[1] ?? "", "base64url").toString()).video;
}

/** An overflow room of the scene's room, with these people in it instead of in the main hall. */
async function openOverflow(scene: Scene, ...people: CastName[]): Promise<string> {
  await db().room.update({ where: { id: scene.roomId }, data: { overflowLimit: 3 } });
  const answer = await scene.ask("ada", openHall, { body: { language: "fr" } });
  const hallId = hallOf(answer);
  for (const name of people) {
    await door().admit({ roomId: hallId as Scene["roomId"], personId: scene.id[name], kind: "member" });
  }
  return hallId;
}

describe("assigning", () => {
  it("an interpreter ends their own assignment from an overflow room, or after they left; nobody else's", async ({
    scene,
  }) => {
    await give(scene, "dev", "de");
    await give(scene, "gil", "fr");
    await openOverflow(scene, "dev");
    expect((await scene.ask("dev", end, { personId: scene.id.gil })).status).toBe(409);
    expect((await scene.ask("dev", end, { personId: scene.id.dev })).status).toBe(204);
    expect(await channels(scene)).toEqual([["fr", "gil"]]);
    await door().leave({ roomId: scene.roomId, personId: scene.id.gil });
    expect((await scene.ask("gil", end, { personId: scene.id.gil })).status).toBe(204);
    expect(await channels(scene)).toEqual([]);
  });

  it("a moderator assigns members to languages; everyone is told who interprets, and the log who did it", async ({
    scene,
  }) => {
    expect((await give(scene, "dev", "de", "ben")).status).toBe(204);
    expect((await give(scene, "gil", "fr")).status).toBe(204);
    expect(await channels(scene)).toEqual([
      ["de", "dev"],
      ["fr", "gil"],
    ]);
    const events = await scene.events();
    expect(events.map(({ type, audience }) => `${type} ${audience}`)).toEqual([
      "interpreters_changed everyone",
      "interpreter_assigned moderators",
      "interpreters_changed everyone",
      "interpreter_assigned moderators",
    ]);
    expect(events[2]?.facts).toMatchObject({ channels: [{ language: "de" }, { language: "fr" }] });
  });

  it("twice is once, and another language is instead of the first", async ({ scene }) => {
    await give(scene, "dev", "de");
    await air(scene, "dev");
    const before = (await scene.events()).length;
    expect((await give(scene, "dev", "de")).status).toBe(204);
    expect(await scene.events()).toHaveLength(before);
    expect((await give(scene, "dev", "fr")).status).toBe(204);
    expect(await channels(scene)).toEqual([["fr", "dev"]]);
  });

  it("neither guests nor the barred, nor whoever may not know of the room, nor people of another house", async ({
    scene,
  }) => {
    await db().person.update({ where: { id: scene.id.finn }, data: { kind: "guest" } });
    await db().roomBan.create({ data: { roomId: scene.roomId, personId: scene.id.eve, bannedById: scene.id.ada } });
    await db().room.update({ where: { id: scene.roomId }, data: { kind: "closed" } });
    for (const personId of [scene.id.finn, scene.id.eve, scene.id.gil, uuid(), "nobody"]) {
      expect((await scene.ask("ada", assign, { personId, body: { language: "de" } })).status).toBe(404);
    }
    expect(await channels(scene)).toEqual([]);
    expect(await scene.events()).toEqual([]);
  });

  it("only in the main room, by who leads it, and in words that are a language", async ({ scene }) => {
    const hallId = await openOverflow(scene, "finn");
    await db().seat.updateMany({ where: { personId: scene.id.finn, closedAt: null }, data: { role: "moderator" } });
    const body = { language: "de" };
    expect((await scene.ask("finn", assign, { personId: scene.id.dev, body, roomId: hallId })).status).toBe(404);
    expect((await scene.ask("ada", assign, { personId: scene.id.dev, body, roomId: hallId })).status).toBe(404);
    expect((await scene.ask("finn", assign, { personId: scene.id.dev, body })).status).toBe(403);
    expect((await give(scene, "dev", "German")).status).toBe(422);
    expect((await scene.ask("gil", assign, { personId: scene.id.dev, body })).code).toBe("no_seat");
    expect(await channels(scene)).toEqual([]);
  });

  it("two who assign at once to two languages leave everyone with both", async ({ scene }) => {
    await Promise.all([give(scene, "dev", "de"), give(scene, "finn", "fr", "ben")]);
    const last = (await scene.events()).findLast(({ type }) => type === "interpreters_changed");
    expect(last?.facts).toMatchObject({ channels: [{ language: "de" }, { language: "fr" }] });
  });

  it("an end takes the microphone off the channel before it is answered; interpreters may end their own, others not", async ({
    scene,
    media,
  }) => {
    await give(scene, "dev", "de");
    await hear(scene, "dev", "de");
    const name = channelRoom(scene.roomId, "de");
    media.connect(name, scene.id.dev, SPEAKS);
    expect((await scene.ask("finn", end, { personId: scene.id.dev })).status).toBe(403);
    expect(media.permission(name, scene.id.dev)).not.toBeNull();
    expect((await scene.ask("dev", end, { personId: scene.id.dev })).status).toBe(204);
    expect(media.permission(name, scene.id.dev)).toBeNull();
    expect(await channels(scene)).toEqual([]);
    const before = (await scene.events()).length;
    expect((await scene.ask("ada", end, { personId: scene.id.dev })).status).toBe(204);
    expect(await scene.events()).toHaveLength(before);
  });

  it("with the media server away the assignment is over all the same, and it is said that the rest follows", async ({
    scene,
    media,
  }) => {
    await give(scene, "dev", "de");
    media.away = true;
    expect((await scene.ask("ada", end, { personId: scene.id.dev })).code).toBe("media_away");
    expect(await channels(scene)).toEqual([]);
  });
});

describe("on the air", () => {
  it.beforeEach(async ({ scene }) => {
    await give(scene, "dev", "de");
    await give(scene, "finn", "de");
    await give(scene, "cleo", "fr");
  });

  it("whoever takes it over takes it from the colleague in the same act, and from no other language", async ({
    scene,
  }) => {
    await air(scene, "dev");
    await air(scene, "cleo");
    expect((await air(scene, "finn")).status).toBe(204);
    expect(await channels(scene)).toEqual([
      ["de", "dev", "finn on air"],
      ["fr", "cleo on air"],
    ]);
    const before = (await scene.events()).length;
    expect((await air(scene, "finn")).status).toBe(204);
    expect(await scene.events()).toHaveLength(before);
  });

  it("of two who take it at once one has it, both are answered, and everyone was told of that one last", async ({
    scene,
  }) => {
    const answers = await Promise.all([air(scene, "dev"), air(scene, "finn"), air(scene, "dev"), air(scene, "finn")]);
    expect(answers.map(({ status }) => status)).toEqual([204, 204, 204, 204]);
    const onAir = await db().interpreter.findMany({ where: { roomId: scene.roomId, onAirSince: { not: null } } });
    expect(onAir).toHaveLength(1);
    const told = (await channels(scene))?.[0];
    const last = (await scene.events()).findLast(({ type }) => type === "interpreters_changed");
    const name = scene.id.dev === onAir[0]?.personId ? "dev" : "finn";
    expect(told).toContain(`${name} on air`);
    expect(last?.facts).toMatchObject({
      channels: [{ interpreters: ["dev", "finn"].map((one) => ({ onAir: one === name })) }, {}],
    });
  });

  it("stepping off leaves nobody there, and doing it twice is fine", async ({ scene }) => {
    await air(scene, "dev");
    for (let times = 0; times < 2; times++) {
      expect((await scene.ask("dev", leaveAir, { personId: scene.id.dev })).status).toBe(204);
    }
    expect(await channels(scene)).toEqual([
      ["de", "dev", "finn"],
      ["fr", "cleo"],
    ]);
  });

  it("only for oneself, only for interpreters, and only while one sits in the family", async ({ scene }) => {
    expect((await scene.ask("ada", takeAir, { personId: scene.id.dev })).status).toBe(403);
    expect((await air(scene, "ben")).code).toBe("not_interpreting");
    await give(scene, "gil", "de");
    expect((await air(scene, "gil")).code).toBe("no_seat");
    expect((await scene.ask("dev", takeAir, { personId: scene.id.dev, roomId: uuid() })).status).toBe(404);
    await openOverflow(scene, "dev");
    expect((await air(scene, "dev")).status).toBe(204);
  });

  it("the source is another channel that leads back to the floor", async ({ scene }) => {
    const source = (who: CastName, sourceLanguage: string | null) =>
      scene.ask(who, chooseSource, { personId: scene.id[who], body: { sourceLanguage } });
    expect((await source("cleo", "de")).status).toBe(204);
    expect((await readRoomView(scene.roomId))?.channels[1]?.interpreters[0]?.source).toBe("de");
    expect((await source("dev", "fr")).body?.error).toMatchObject({ code: "bad_input", reason: "circle" });
    expect((await source("cleo", "fr")).status).toBe(422);
    expect((await source("cleo", "it")).status).toBe(422);
    expect((await source("cleo", null)).status).toBe(204);
    expect((await source("dev", "fr")).status).toBe(204);
  });
});

describe("the channel", () => {
  it.beforeEach(({ scene }) => give(scene, "dev", "de"));

  it("whoever sits in the hall may listen, seen by nobody; the interpreter may be heard, with a microphone and nothing else", async ({
    scene,
    media,
  }) => {
    const name = channelRoom(scene.roomId, "de");
    expect(grantsOf(await hear(scene, "finn", "de"))).toMatchObject({
      room: name,
      canPublish: false,
      canSubscribe: true,
      hidden: true,
      canPublishData: false,
    });
    expect(media.rooms.has(name)).toBe(true);
    const spoken = await hear(scene, "dev", "de");
    expect(spoken.body?.speaks).toBe(true);
    expect(grantsOf(spoken)).toMatchObject({
      room: name,
      canPublish: true,
      canPublishSources: ["microphone"],
      canPublishData: false,
      hidden: false,
    });
  });

  it("is nobody's who sits elsewhere or nowhere, in a language without interpreters, or in no such hall", async ({
    scene,
    media,
  }) => {
    expect((await hear(scene, "gil", "de")).code).toBe("no_seat");
    expect((await hear(scene, "finn", "fr")).status).toBe(404);
    expect((await hear(scene, "finn", "../de")).status).toBe(404);
    expect((await hear(scene, "finn", "de", uuid())).status).toBe(404);
    const hallId = await openOverflow(scene, "finn");
    expect((await hear(scene, "finn", "de")).code).toBe("no_seat");
    expect(grantsOf(await hear(scene, "finn", "de", hallId)).room).toBe(channelRoom(hallId, "de"));
    expect(media.rooms.has(channelRoom(scene.roomId, "fr"))).toBe(false);
  });

  it("in an overflow hall the interpreter only listens, and is heard in the main hall's channel wherever they sit", async ({
    scene,
  }) => {
    const hallId = await openOverflow(scene, "dev");
    expect(grantsOf(await hear(scene, "dev", "de", hallId))).toMatchObject({ canPublish: false, hidden: true });
    expect(grantsOf(await hear(scene, "dev", "de"))).toMatchObject({
      room: channelRoom(scene.roomId, "de"),
      canPublish: true,
    });
  });

  it.for([
    ["is removed", (scene: Scene) => scene.ask("ada", remove, { personId: scene.id.finn, body: {} })],
    ["leaves", (scene: Scene) => scene.ask("finn", leave)],
  ] as const)("somebody who %s hears nothing more of it at once", async ([_, act], { scene, media }) => {
    await hear(scene, "finn", "de");
    const name = channelRoom(scene.roomId, "de");
    media.connect(name, scene.id.finn, LISTENS);
    media.connect(name, scene.id.dev, SPEAKS);
    expect((await act(scene)).status).toBe(204);
    expect(media.permission(name, scene.id.finn)).toBeNull();
    expect(media.permission(name, scene.id.dev)).not.toBeNull();
  });

  it("an interpreter who moves to another hall stays heard, and who is removed is not", async ({ scene, media }) => {
    await hear(scene, "dev", "de");
    const name = channelRoom(scene.roomId, "de");
    media.connect(name, scene.id.dev, SPEAKS);
    await openOverflow(scene, "dev");
    expect(media.permission(name, scene.id.dev)).not.toBeNull();
    await scene.ask("ada", remove, { personId: scene.id.dev, body: {} });
    expect(media.permission(name, scene.id.dev)).toBeNull();
  });
});

describe("halls for a language", () => {
  it("the host opens one within the family's limit, and its speakers are placed there first", async ({ scene }) => {
    expect((await scene.ask("ada", openHall, { body: { language: "de" } })).code).toBe("family_full");
    await db().room.update({ where: { id: scene.roomId }, data: { overflowLimit: 2, capacity: 5 } });
    expect((await scene.ask("dev", openHall, { body: { language: "de" } })).status).toBe(403);
    expect((await scene.ask("gil", openHall, { body: { language: "de" } })).code).toBe("no_seat");
    const answer = await scene.ask("ada", openHall, { body: { language: "de" } });
    expect(answer).toMatchObject({ status: 201, body: { hall: { number: 1 } } });
    const hallId = hallOf(answer);
    const [german, english] = [await addMember("greta"), await addMember("emma")];
    await db().person.update({ where: { id: german }, data: { languages: ["de", "en"] } });
    await db().person.update({ where: { id: english }, data: { languages: ["en"] } });
    const roomOf = async (personId: typeof german) => {
      const admission = await door().admit({ roomId: scene.roomId, personId, kind: "member" });
      return admission.ok ? admission.value.seat.roomId : admission.refusal;
    };
    expect(await roomOf(german)).toBe(hallId);
    const other = await roomOf(english);
    expect(other).not.toBe(hallId);
    expect(await db().room.findUnique({ where: { id: other }, select: { language: true } })).toEqual({
      language: "en",
    });
    expect((await scene.ask("ada", openHall, { body: { language: "fr" } })).code).toBe("family_full");
    const opened = (await scene.events()).filter(({ type }) => type === "language_hall_opened");
    expect(opened).toMatchObject([{ audience: "moderators", facts: { language: "de", number: 1 } }]);
  });

  it("two opened at once are two, and never more than the family may have", async ({ scene }) => {
    await db().room.update({ where: { id: scene.roomId }, data: { overflowLimit: 2 } });
    const answers = await Promise.all(
      ["de", "fr", "it"].map((language) => scene.ask("ada", openHall, { body: { language } })),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 201, 409]);
    expect(await db().room.count({ where: { mainRoomId: scene.roomId } })).toBe(2);
  });

  it("of two halls for it, speakers come to the one where it is understood", async ({ scene }) => {
    await db().room.update({ where: { id: scene.roomId }, data: { overflowLimit: 4, capacity: 5 } });
    const halls: string[] = [];
    for (let number = 0; number < 2; number++) {
      const answer = await scene.ask("ada", openHall, { body: { language: "de" } });
      halls.push(hallOf(answer));
    }
    const rateBy = (hallId: string, grades: number[]) =>
      db().rating.createMany({
        data: grades.map((understood) => ({ roomId: hallId, personId: uuid(), language: "de", understood })),
      });
    await rateBy(halls[0] ?? "", [1, 2, 1]);
    await rateBy(halls[1] ?? "", [5, 4]);
    const german = await addMember(`g${uuid().slice(-8)}`);
    await db().person.update({ where: { id: german }, data: { languages: ["de"] } });
    const admission = await door().admit({ roomId: scene.roomId, personId: german, kind: "member" });
    expect(admission).toMatchObject({ ok: true, value: { seat: { roomId: halls[1] } } });
  });
});

describe("ratings", () => {
  it.beforeEach(({ scene }) => give(scene, "dev", "de"));
  const grade = (scene: Scene, who: CastName, understood: number, more: { language?: string; roomId?: string } = {}) =>
    scene.ask(who, rate, { language: "de", body: { understood }, ...more });

  it("one each, the newest counts; only those who lead the room see averages", async ({ scene }) => {
    expect((await grade(scene, "finn", 2)).status).toBe(204);
    expect((await grade(scene, "finn", 4)).status).toBe(204);
    expect((await grade(scene, "cleo", 5)).status).toBe(204);
    expect((await scene.ask("ada", readRatings, { search: "?" })).body).toEqual({
      ratings: [{ hallId: scene.roomId, number: 0, language: "de", understood: 4.5, count: 2 }],
    });
    expect((await scene.ask("finn", readRatings, { search: "?" })).status).toBe(404);
    expect((await scene.ask("gil", readRatings, { search: "?" })).status).toBe(404);
  });

  it("none from whoever does not sit there, of what nobody interprets, or outside of 1 to 5", async ({ scene }) => {
    expect((await grade(scene, "gil", 3)).code).toBe("no_seat");
    expect((await grade(scene, "finn", 3, { language: "fr" })).status).toBe(404);
    expect((await grade(scene, "finn", 3, { roomId: uuid() })).status).toBe(404);
    for (const understood of [0, 6, 2.5]) expect((await grade(scene, "finn", understood)).status).toBe(422);
    expect(await db().rating.count({ where: { roomId: scene.roomId } })).toBe(0);
  });
});
