import { describe, expect } from "vitest";
import { POST as joinChannel } from "@/app/api/rooms/[roomId]/channels/[language]/route";
import { GET as readChecklist } from "@/app/api/rooms/[roomId]/episode/checklist/route";
import { PUT as assign, DELETE as end } from "@/app/api/rooms/[roomId]/interpreters/[personId]/route";
import { POST as goLive } from "@/app/api/rooms/[roomId]/live/route";
import { GET as read } from "@/app/api/rooms/[roomId]/route";
import { DELETE as leave, POST as sit } from "@/app/api/rooms/[roomId]/seat/route";
import type { RoomId } from "@/lib/domain/ids";
import type { ChecklistLine } from "@/lib/domain/shows/checklist";
import { BACKSTAGE_BEFORE_MS } from "@/lib/domain/shows/show";
import { db } from "@/lib/server/postgres/db";
import type { ChecklistView } from "@/lib/wire/shows/checklist";
import { faultsOfSeats } from "@/tests/support/scenes/at-the-door";
import { planRoom } from "@/tests/support/scenes/planned-room";
import { it } from "@/tests/support/scenes/scene-test";
import { said } from "@/tests/support/scenes/show-scene";
import type { CastName, Scene } from "@/tests/support/scenes/stage-scene";

const DAY_MS = 24 * 3_600_000;

/** Ada's room, Ben a cohost of it; nobody sits anywhere. */
async function plan(scene: Scene, wishes: Parameters<typeof planRoom>[1] = {}): Promise<RoomId> {
  await db().seat.deleteMany({ where: { roomId: scene.roomId } });
  await db().room.update({ where: { id: scene.roomId }, data: { openSeats: 0, emptySince: new Date() } });
  return planRoom(scene.id.ada, { cohosts: [scene.id.ben], ...wishes });
}

const name = (scene: Scene, roomId: RoomId, by: CastName, who: CastName, language = "de") =>
  scene.ask(by, assign, { roomId, personId: scene.id[who], body: { language } });
const takeBack = (scene: Scene, roomId: RoomId, by: CastName, who: CastName) =>
  scene.ask(by, end, { roomId, personId: scene.id[who] });
const named = async (roomId: RoomId) =>
  (await db().interpreter.findMany({ where: { roomId, endedAt: null } })).map((one) => one.language);

async function check(scene: Scene, roomId: RoomId, by: CastName = "ada"): Promise<ChecklistView> {
  const answer = await scene.ask(by, readChecklist, { roomId });
  expect(answer.status).toBe(200);
  return said<ChecklistView>(answer, "checklist");
}

const stateOf = ({ lines }: ChecklistView, wanted: ChecklistLine) =>
  lines.find(({ what }) => what === wanted)?.state ?? "not there";

describe("an interpreter of an episode to come", () => {
  it("is named by a host or a cohost who sits nowhere, and by nobody else", async ({ scene }) => {
    const roomId = await plan(scene, { inMs: 7 * DAY_MS, guests: [scene.id.cleo] });
    expect((await name(scene, roomId, "ada", "dev")).status).toBe(204);
    expect((await name(scene, roomId, "ben", "finn", "fr")).status).toBe(204);
    expect((await named(roomId)).toSorted()).toEqual(["de", "fr"]);
    for (const other of ["cleo", "dev", "eve"] as const) {
      expect((await name(scene, roomId, other, "gil", "ar")).code).toBe("no_seat");
    }
    for (const other of ["cleo", "eve"] as const) {
      expect((await takeBack(scene, roomId, other, "dev")).code).toBe("no_seat");
    }
    expect((await named(roomId)).toSorted()).toEqual(["de", "fr"]);
    expect((await takeBack(scene, roomId, "ben", "dev")).status).toBe(204);
    expect((await takeBack(scene, roomId, "finn", "finn")).status).toBe(204);
    expect(await named(roomId)).toEqual([]);
  });

  it("is let in behind the stage, and has their channel once it is live, not before", async ({ scene }) => {
    const roomId = await plan(scene, { inMs: BACKSTAGE_BEFORE_MS - 1_000 });
    expect((await name(scene, roomId, "ada", "dev")).status).toBe(204);
    expect((await scene.ask("ada", sit, { roomId, body: {} })).status).toBe(200);
    expect((await scene.ask("dev", sit, { roomId, body: {} })).status).toBe(200);
    expect((await scene.ask("eve", sit, { roomId, body: {} })).code).toBe("room_not_live");
    expect((await scene.ask("dev", joinChannel, { roomId, language: "de" })).code).toBe("room_not_live");
    expect((await scene.ask("ada", goLive, { roomId })).status).toBe(200);
    const channel = await scene.ask("dev", joinChannel, { roomId, language: "de" });
    expect([channel.status, channel.body?.speaks]).toEqual([200, true]);
    expect(await faultsOfSeats()).toEqual([]);
  });

  it("of a draft and of a closed room sees it from then on, until the name is taken back", async ({ scene }) => {
    for (const wishes of [{ draft: true }, { kind: "closed" as const }]) {
      const roomId = await plan(scene, wishes);
      expect((await scene.ask("dev", read, { roomId })).status).toBe(404);
      expect((await name(scene, roomId, "ben", "dev")).status).toBe(204);
      expect((await scene.ask("dev", read, { roomId })).status).toBe(200);
      expect((await scene.ask("dev", sit, { roomId, body: {} })).status).toBe(200);
      // Whoever interprets no more is put out, and knows of it no more.
      expect((await takeBack(scene, roomId, "ada", "dev")).status).toBe(204);
      expect(await db().seat.count({ where: { roomId, personId: scene.id.dev, closedAt: null } })).toBe(0);
      expect((await scene.ask("dev", read, { roomId })).status).toBe(404);
      expect((await scene.ask("dev", sit, { roomId, body: {} })).code).toBe("not_found");
      expect(await faultsOfSeats()).toEqual([]);
    }
  });

  it("who is a guest as well keeps their place when the name is taken back", async ({ scene }) => {
    const roomId = await plan(scene, { kind: "closed", guests: [scene.id.cleo] });
    expect((await name(scene, roomId, "ada", "cleo")).status).toBe(204);
    expect((await scene.ask("cleo", sit, { roomId, body: {} })).status).toBe(200);
    expect((await takeBack(scene, roomId, "ada", "cleo")).status).toBe(204);
    expect(await db().seat.count({ where: { roomId, personId: scene.id.cleo, closedAt: null } })).toBe(1);
    expect((await scene.ask("cleo", read, { roomId })).status).toBe(200);
  });

  it("is nobody who was put out, or has blocked the host", async ({ scene }) => {
    const roomId = await plan(scene, { kind: "closed" });
    await db().block.create({ data: { blockerId: scene.id.dev, blockedId: scene.id.ada } });
    await db().roomBan.create({ data: { roomId, personId: scene.id.eve, bannedById: scene.id.ada } });
    for (const who of ["dev", "eve"] as const) {
      expect((await name(scene, roomId, "ben", who)).code).toBe("not_found");
      expect(await db().invitation.count({ where: { roomId, personId: scene.id[who] } })).toBe(0);
    }
    expect(await named(roomId)).toEqual([]);
  });

  it("of a live room is named from a seat alone, as before", async ({ scene }) => {
    const roomId = await plan(scene);
    expect((await scene.ask("ada", sit, { roomId, body: {} })).status).toBe(200);
    expect((await scene.ask("ada", goLive, { roomId })).status).toBe(200);
    expect((await name(scene, roomId, "ben", "dev")).code).toBe("no_seat");
    expect((await name(scene, roomId, "ada", "dev")).status).toBe(204);
    expect(await db().invitation.count({ where: { roomId, personId: scene.id.dev } })).toBe(0);
  });
});

describe("the checklist of an episode", () => {
  it("is read by its hosts and cohosts alone, and while it is to come", async ({ scene }) => {
    const roomId = await plan(scene, { guests: [scene.id.cleo] });
    expect((await name(scene, roomId, "ada", "dev")).status).toBe(204);
    for (const who of ["cleo", "dev", "eve"] as const) {
      expect((await scene.ask(who, readChecklist, { roomId })).status).toBe(404);
    }
    for (const who of ["ada", "ben"] as const) await check(scene, roomId, who);
    // A room that nobody planned has none.
    expect((await scene.ask("ada", readChecklist)).status).toBe(404);
    expect((await scene.ask("ada", sit, { roomId, body: {} })).status).toBe(200);
    expect((await scene.ask("ada", goLive, { roomId })).status).toBe(200);
    expect((await scene.ask("ada", readChecklist, { roomId })).status).toBe(404);
  });

  it("tells of rows: guests, who comes and reads what, seats, interpreters", async ({ scene }) => {
    const roomId = await plan(scene, { inMs: 7 * DAY_MS, capacity: 2, overflowLimit: 1, guests: [scene.id.cleo] });
    await db().episodeGuest.create({ data: { roomId, name: "Grace", invitedById: scene.id.ada } });
    await db().rsvp.createMany({
      data: (["dev", "eve", "finn"] as const).map((who) => ({
        ...{ roomId, personId: scene.id[who], locale: who === "dev" ? "en" : "de" },
      })),
    });
    const asked = { timeZone: "UTC", locale: "ar", roomId };
    await db().mailReminder.createMany({
      data: [
        { ...asked, address: "yes@example.org", keyHash: Buffer.from("yes"), confirmedAt: new Date() },
        { ...asked, address: "perhaps@example.org", keyHash: Buffer.from("perhaps") },
      ],
    });
    const before = await check(scene, roomId);
    expect(before).toMatchObject({
      guests: { invited: 1, accepted: 1, declined: 0 },
      comers: 4,
      places: 4,
      interpreted: [],
      missing: [
        { language: "de", people: 2 },
        { language: "ar", people: 1 },
      ],
      leaders: ["ada", "ben"],
      show: null,
    });
    expect(before.lines.map(({ what, state }) => `${what} ${state}`)).toEqual([
      "announced done",
      "words open",
      "picture not_needed",
      "opening not_needed",
      "leaders done",
      "guests open",
      "interpreters open",
      "places done",
      "backstage not_needed",
      "recording not_needed",
    ]);
    expect((await name(scene, roomId, "ada", "gil", "de")).status).toBe(204);
    expect((await name(scene, roomId, "ada", "finn", "ar")).status).toBe(204);
    await db().room.update({ where: { id: roomId }, data: { description: "Of trains." } });
    await db().episodeGuest.updateMany({
      where: { roomId, state: "invited" },
      data: { state: "declined", answeredAt: new Date() },
    });
    await db().rsvp.create({ data: { roomId, personId: scene.id.gil, locale: "en" } });
    const after = await check(scene, roomId);
    expect(after.missing).toEqual([]);
    expect(after.interpreted.toSorted()).toEqual(["ar", "de"]);
    expect((["words", "guests", "interpreters", "places"] as const).map((line) => stateOf(after, line))).toEqual([
      "done",
      "done",
      "done",
      "open",
    ]);
  });

  it("tells who of the team was behind the stage, also of those who went again", async ({ scene }) => {
    const roomId = await plan(scene, { guests: [scene.id.cleo] });
    expect((await name(scene, roomId, "ada", "dev")).status).toBe(204);
    expect((await check(scene, roomId)).absent).toEqual({ names: ["ada", "ben", "Guest", "dev"], others: 0 });
    for (const who of ["ada", "cleo"] as const) {
      expect((await scene.ask(who, sit, { roomId, body: {} })).status).toBe(200);
    }
    expect((await scene.ask("cleo", leave, { roomId })).status).toBe(204);
    const some = await check(scene, roomId);
    expect([some.absent, stateOf(some, "backstage")]).toEqual([{ names: ["ben", "dev"], others: 0 }, "open"]);
    for (const who of ["ben", "dev"] as const) {
      expect((await scene.ask(who, sit, { roomId, body: {} })).status).toBe(200);
    }
    expect(stateOf(await check(scene, roomId), "backstage")).toBe("done");
  });
});
