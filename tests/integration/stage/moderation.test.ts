import { describe, expect } from "vitest";
import { DELETE as liftBan, PUT as removePerson } from "@/app/api/rooms/[roomId]/bans/[personId]/route";
import { GET as readBans } from "@/app/api/rooms/[roomId]/bans/route";
import { POST as handOver } from "@/app/api/rooms/[roomId]/host/route";
import { GET as readLog } from "@/app/api/rooms/[roomId]/log/route";
import { POST as acceptOffer } from "@/app/api/rooms/[roomId]/offer/route";
import { POST as offerStage } from "@/app/api/rooms/[roomId]/offers/[personId]/route";
import { DELETE as endRoom } from "@/app/api/rooms/[roomId]/route";
import { POST as join, DELETE as leave } from "@/app/api/rooms/[roomId]/seat/route";
import { POST as mute, DELETE as unmute } from "@/app/api/rooms/[roomId]/stage/[personId]/mute/route";
import { PATCH as changeRole, DELETE as moveToAudience } from "@/app/api/rooms/[roomId]/stage/[personId]/route";
import { POST as muteAll, DELETE as unlock } from "@/app/api/rooms/[roomId]/stage/mute/route";
import { HOST_AWAY_MS } from "@/lib/domain/rooms/room";
import { door } from "@/lib/server/admission/door";
import { db, hotPool } from "@/lib/server/postgres/db";
import { roomLog } from "@/lib/server/queries/moderation/room-log";
import { visibilityOf } from "@/lib/server/queries/rooms/visibility";
import { carryOutPending } from "@/lib/server/sweeping/carry-out-pending";
import { closeExpiredSeats } from "@/lib/server/sweeping/close-expired-seats";
import { endHostlessRooms } from "@/lib/server/sweeping/end-hostless-rooms";
import type { LogEntry } from "@/lib/wire/moderation/views";

import { it } from "@/tests/support/scenes/scene-test";
import type { CastName, Scene } from "@/tests/support/scenes/stage-scene";

const types = async (scene: Scene) => (await scene.events()).map((event) => event.type);
const publishes = (scene: Scene, who: CastName) => scene.media.permission(scene.roomId, scene.id[who])?.canPublish;
const room = (scene: Scene) => db().room.findUniqueOrThrow({ where: { id: scene.roomId } });
const roles = async (scene: Scene) => ({
  ada: (await scene.seatOf("ada"))?.role,
  ben: (await scene.seatOf("ben"))?.role,
});

/** Whoever holds a seat runs out of grace, as the sweep finds them. */
async function graceEnds(scene: Scene, who: CastName): Promise<void> {
  await db().workLease.upsert({ where: { name: "sweep" }, create: { name: "sweep", fence: 1 }, update: { fence: 1 } });
  const data = { goneAt: new Date(0), leaseUntil: new Date(0) };
  await db().seat.updateMany({ where: { roomId: scene.roomId, personId: scene.id[who], closedAt: null }, data });
  await closeExpiredSeats(scene.roomId, [scene.id[who]], new Date(), 1n);
}

describe("mute all", () => {
  it("silences everyone of a lower rank, and each may unmute themselves", async ({ scene }) => {
    expect((await scene.ask("ada", muteAll)).status).toBe(204);
    expect([publishes(scene, "ada"), publishes(scene, "ben"), publishes(scene, "cleo")]).toEqual([true, false, false]);
    expect(await types(scene)).toEqual(["all_muted", "microphone_cut", "microphone_cut"]);
    expect((await scene.ask("cleo", unmute, { personId: scene.id.cleo })).status).toBe(204);
    expect(publishes(scene, "cleo")).toBe(true);
  });

  it("leaves one's own rank and those above alone", async ({ scene }) => {
    expect((await scene.ask("ben", muteAll)).status).toBe(204);
    expect([publishes(scene, "ada"), publishes(scene, "ben"), publishes(scene, "cleo")]).toEqual([true, true, false]);
  });

  it("with the lock nobody below the moderators unmutes, until it is lifted", async ({ scene }) => {
    await scene.ask("ada", muteAll, { body: { lock: true } });
    expect(await scene.ask("cleo", unmute, { personId: scene.id.cleo })).toMatchObject({
      status: 409,
      code: "microphones_locked",
    });
    expect(publishes(scene, "cleo")).toBe(false);
    expect((await scene.ask("ben", unmute, { personId: scene.id.ben })).status).toBe(204);
    expect(await scene.ask("cleo", unlock)).toMatchObject({ status: 403 });
    expect((await scene.ask("ben", unlock)).status).toBe(204);
    expect(publishes(scene, "cleo")).toBe(false);
    expect((await scene.ask("cleo", unmute, { personId: scene.id.cleo })).status).toBe(204);
    expect(publishes(scene, "cleo")).toBe(true);
  });

  it("under the lock one comes up as silent as the others are", async ({ scene }) => {
    await scene.ask("ada", offerStage, { personId: scene.id.dev });
    await scene.ask("ada", muteAll, { body: { lock: true } });
    expect((await scene.ask("dev", acceptOffer)).body).toMatchObject({ seat: { role: "speaker", muted: true } });
    expect(publishes(scene, "dev")).toBe(false);
    expect(await scene.ask("dev", unmute, { personId: scene.id.dev })).toMatchObject({ code: "microphones_locked" });
    await scene.ask("ada", unlock);
    expect((await scene.ask("dev", unmute, { personId: scene.id.dev })).status).toBe(204);
    expect(publishes(scene, "dev")).toBe(true);
  });

  it("whoever accepts while the microphones are being locked waits for it, and comes up silent", async ({ scene }) => {
    await scene.ask("ada", offerStage, { personId: scene.id.dev });
    const client = await hotPool().connect();
    try {
      await client.query("BEGIN");
      await client.query("UPDATE room SET microphones_locked_at = now() WHERE id = $1", [scene.roomId]);
      const accepted = scene.ask("dev", acceptOffer);
      const waits =
        "SELECT count(*)::int AS n FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND datname = current_database()";
      await expect.poll(async () => (await hotPool().query(waits)).rows[0].n).toBe(1);
      await client.query("COMMIT");
      expect((await accepted).body).toMatchObject({ seat: { role: "speaker", muted: true } });
    } finally {
      client.release();
    }
    expect(publishes(scene, "dev")).toBe(false);
  });

  it("is nothing for speakers, listeners and whoever is not there", async ({ scene }) => {
    for (const who of ["cleo", "dev"] as const) expect(await scene.ask(who, muteAll)).toMatchObject({ status: 403 });
    expect(await scene.ask("eve", muteAll)).toMatchObject({ status: 409, code: "no_seat" });
    expect([publishes(scene, "ben"), publishes(scene, "cleo")]).toEqual([true, true]);
    expect(await types(scene)).toEqual([]);
  });

  it("nobody is shown as muted before the media server has cut their sound", async ({ scene, media }) => {
    media.away = true;
    expect(await scene.ask("ada", muteAll)).toMatchObject({ code: "media_away" });
    expect(await types(scene)).toEqual(["all_muted"]);
    media.away = false;
    await carryOutPending();
    expect([publishes(scene, "ben"), publishes(scene, "cleo")]).toEqual([false, false]);
    expect((await types(scene)).filter((type) => type === "microphone_cut")).toHaveLength(2);
  });
});

describe("the host", () => {
  it("hands the room to somebody on stage and moderates it from then on", async ({ scene }) => {
    expect(await scene.ask("ada", handOver, { body: { personId: scene.id.dev } })).toMatchObject({
      code: "not_on_stage",
    });
    expect(await scene.ask("ben", handOver, { body: { personId: scene.id.cleo } })).toMatchObject({ status: 403 });
    expect((await scene.ask("ada", handOver, { body: { personId: scene.id.cleo } })).status).toBe(204);
    expect((await scene.seatOf("cleo"))?.role).toBe("host");
    expect((await scene.seatOf("ada"))?.role).toBe("moderator");
    expect(await types(scene)).toEqual(["role_changed", "role_changed", "handed_over"]);
  });

  it("who leaves gives the room to the longest-serving moderator", async ({ scene }) => {
    await scene.ask("ada", changeRole, { personId: scene.id.cleo, body: { role: "moderator" } });
    await db().seat.updateMany({
      where: { roomId: scene.roomId, personId: scene.id.cleo },
      data: { stageSince: new Date(0) },
    });
    await scene.ask("ada", leave);
    expect((await scene.seatOf("cleo"))?.role).toBe("host");
    expect((await scene.seatOf("ben"))?.role).toBe("moderator");
    expect((await room(scene)).hostAwayUntil).toBeNull();
    expect((await types(scene)).slice(-3)).toEqual(["stage_left", "role_changed", "handed_over"]);
    expect((await scene.events()).at(-1)).toMatchObject({ facts: { reason: "host_left", toId: scene.id.cleo } });
  });

  it("whose grace ran out gives it to a moderator too, and comes back as a listener", async ({ scene }) => {
    await graceEnds(scene, "ada");
    expect(await roles(scene)).toEqual({ ada: undefined, ben: "host" });
    expect((await scene.events()).at(-1)).toMatchObject({ facts: { reason: "host_gone" } });
    expect((await scene.ask("ada", join)).status).toBe(200);
    expect(await roles(scene)).toEqual({ ada: "listener", ben: "host" });
  });

  it("without moderators is waited for, and hosts again on coming back", async ({ scene }) => {
    await scene.ask("ben", leave);
    await scene.ask("ada", leave);
    expect((await room(scene)).hostAwayUntil?.getTime()).toBeGreaterThan(Date.now() + HOST_AWAY_MS / 2);
    expect((await types(scene)).at(-1)).toBe("room_edited");
    await endHostlessRooms(new Date());
    expect((await room(scene)).status).toBe("live");
    expect((await scene.ask("ada", join)).status).toBe(200);
    expect((await scene.seatOf("ada"))?.role).toBe("host");
    expect((await room(scene)).hostAwayUntil).toBeNull();
    await endHostlessRooms(new Date(Date.now() + 2 * HOST_AWAY_MS));
    expect((await room(scene)).status).toBe("live");
  });

  it("who did not make the room, but hosted it last, is waited for as well", async ({ scene }) => {
    await scene.ask("ada", handOver, { body: { personId: scene.id.cleo } });
    for (const who of ["ada", "ben", "cleo"] as const) await scene.ask(who, leave);
    await scene.ask("ben", join);
    expect((await scene.seatOf("ben"))?.role).toBe("listener");
    await scene.ask("cleo", join);
    expect((await scene.seatOf("cleo"))?.role).toBe("host");
  });

  it("who does not come back in time: the room ends with one line", async ({ scene }) => {
    await scene.ask("ben", leave);
    await graceEnds(scene, "ada");
    await endHostlessRooms(new Date(Date.now() + HOST_AWAY_MS + 1_000));
    expect((await room(scene)).status).toBe("ended");
    expect((await types(scene)).filter((type) => type === "room_ended")).toHaveLength(1);
    expect(await scene.seatOf("dev")).toBeNull();
  });

  it("ends the room with a line that everyone is told", async ({ scene }) => {
    expect(await scene.ask("ada", endRoom, { body: { line: "x".repeat(201) } })).toMatchObject({ status: 422 });
    expect((await scene.ask("ada", endRoom, { body: { line: "See you on Sunday" } })).status).toBe(204);
    expect(await room(scene)).toMatchObject({ status: "ended", endLine: "See you on Sunday" });
    expect((await scene.events()).at(-1)).toMatchObject({ type: "room_ended", facts: { line: "See you on Sunday" } });
  });
});

describe("the log", () => {
  const log = async (scene: Scene, who: CastName, search = "?") => {
    const { status, body } = await scene.ask(who, readLog, { search });
    return { status, ...(body as { entries?: LogEntry[]; before?: number | null }) };
  };

  it("says who did what to whom and why, newest first, to those who moderate", async ({ scene }) => {
    await scene.ask("ben", mute, { personId: scene.id.cleo });
    await scene.ask("ada", removePerson, { personId: scene.id.dev, body: { reason: "shouting" } });
    await scene.ask("ada", handOver, { body: { personId: scene.id.cleo } });
    const { entries = [] } = await log(scene, "ben");
    expect(entries.map(({ type, by, whom }) => [type, by?.name, whom?.name])).toEqual([
      ["handed_over", "ada", "cleo"],
      ["role_changed", "ada", "cleo"],
      ["role_changed", "ada", "ada"],
      ["removed", "ada", "dev"],
      ["microphone_cut", "ben", "cleo"],
    ]);
    expect(entries[3]?.facts.reason).toBe("shouting");
  });

  it("is read by admins of the instance who hold no seat, and by nobody else", async ({ scene }) => {
    await scene.ask("ben", mute, { personId: scene.id.cleo });
    for (const who of ["dev", "eve"] as const) expect(await log(scene, who)).toMatchObject({ status: 404 });
    const asAdmin = await roomLog({ id: scene.id.eve, admin: true }, scene.roomId, null);
    expect(asAdmin?.entries).toHaveLength(1);
  });

  it("names of whom it was done are those to remove who have left, and says so of those who were", async ({
    scene,
  }) => {
    await scene.ask("ada", mute, { personId: scene.id.cleo });
    expect((await log(scene, "ada")).entries?.[0]).not.toHaveProperty("whomLeft");
    await scene.ask("cleo", leave);
    expect((await log(scene, "ada")).entries?.[0]).toMatchObject({ whom: { name: "cleo" }, whomLeft: true });
    expect((await scene.ask("ada", removePerson, { personId: scene.id.cleo, body: {} })).status).toBe(204);
    const { entries = [] } = await log(scene, "ada");
    expect(entries[0]).toMatchObject({ type: "removed", whom: { name: "cleo" }, facts: { hadLeft: true } });
    expect(entries.some((entry) => "whomLeft" in entry)).toBe(false);
    expect(await scene.ask("cleo", join)).toMatchObject({ code: "banned" });
  });

  it("shows an admin who came into a closed room where nobody had let them in", async ({ scene }) => {
    const { roomId, id } = scene;
    await db().room.update({ where: { id: roomId }, data: { kind: "closed" } });
    await db().person.update({ where: { id: id.gil }, data: { admin: true } });
    expect(await scene.ask("gil", join), "a token has no admin's power").toMatchObject({ status: 404 });
    const admission = await door().admit({ roomId, personId: id.gil, kind: "member", admin: true });
    expect(admission).toMatchObject({ ok: true, value: { seat: { role: "listener" } } });
    const { entries = [] } = await log(scene, "ada");
    expect(entries).toMatchObject([{ type: "admin_entered", by: { name: "gil", isAdmin: true } }]);
    expect(await scene.ask("ada", removePerson, { personId: id.gil, body: {} })).toMatchObject({ status: 403 });
    expect((await visibilityOf({ id: id.gil, admin: true }, roomId))?.sight).toBe("room");
  });

  it("comes in pages that leave nothing out", async ({ scene }) => {
    for (let times = 0; times < 30; times++) {
      await scene.ask("ada", mute, { personId: scene.id.cleo });
      await scene.ask("cleo", unmute, { personId: scene.id.cleo });
      await scene.ask("ada", mute, { personId: scene.id.ben });
      await scene.ask("ben", unmute, { personId: scene.id.ben });
    }
    const first = await log(scene, "ada");
    const second = await log(scene, "ada", `?before=${first.before}`);
    const versions = [...(first.entries ?? []), ...(second.entries ?? [])].map(({ version }) => version);
    expect(versions).toHaveLength(60);
    expect(new Set(versions).size).toBe(60);
    expect(second.before).toBeNull();
  });

  it("lists whom a moderator may let in again, with the reason, until they have", async ({ scene }) => {
    await scene.ask("ben", removePerson, { personId: scene.id.cleo, body: { reason: "shouting" } });
    expect((await scene.ask("ada", readBans, { search: "?" })).body).toMatchObject({
      bans: [{ person: { name: "cleo" }, by: { name: "ben" }, reason: "shouting" }],
    });
    expect(await scene.ask("dev", readBans, { search: "?" })).toMatchObject({ status: 404 });
    await scene.ask("ada", liftBan, { personId: scene.id.cleo });
    expect((await scene.ask("ada", readBans, { search: "?" })).body).toEqual({ bans: [] });
  });
});

describe("moderators at once", () => {
  it("mute, demotion and removal of one person: they are out, and LiveKit has obeyed", async ({ scene, media }) => {
    const personId = scene.id.cleo;
    await Promise.all([
      scene.ask("ada", mute, { personId }),
      scene.ask("ben", moveToAudience, { personId }),
      scene.ask("ada", removePerson, { personId }),
      scene.ask("ben", mute, { personId }),
      scene.ask("ben", muteAll),
    ]);
    await carryOutPending();
    expect(await scene.seatOf("cleo")).toBeNull();
    expect(media.permission(scene.roomId, personId)).toBeNull();
    expect(await db().roomBan.count({ where: { roomId: scene.roomId, liftedAt: null } })).toBe(1);
    expect(await db().pendingMirror.count({ where: { roomId: scene.roomId } })).toBe(0);
    expect((await room(scene)).openSeats).toBe(4);
  });

  it("two handovers by one host: one counts, and there is one host", async ({ scene }) => {
    const answers = await Promise.all([
      scene.ask("ada", handOver, { body: { personId: scene.id.ben } }),
      scene.ask("ada", handOver, { body: { personId: scene.id.cleo } }),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([204, 403]);
    const hosts = await db().seat.count({ where: { roomId: scene.roomId, closedAt: null, role: "host" } });
    expect(hosts).toBe(1);
  });

  it("made a moderator and removed: whoever is removed holds no seat, whatever came first", async ({ scene }) => {
    const personId = scene.id.cleo;
    const [made, removed] = await Promise.all([
      scene.ask("ada", changeRole, { personId, body: { role: "moderator" } }),
      scene.ask("ben", removePerson, { personId }),
    ]);
    const seat = await scene.seatOf("cleo");
    expect(removed.status === 204 ? seat : seat?.role).toBe(removed.status === 204 ? null : "moderator");
    expect([204, 409]).toContain(made.status);
    expect([204, 403]).toContain(removed.status);
    expect(publishes(scene, "cleo")).toBe(removed.status === 204 ? undefined : true);
  });

  it("the host goes as their moderator steps down: the room has a host or waits for one", async ({ scene }) => {
    await Promise.all([scene.ask("ada", leave), scene.ask("ben", moveToAudience, { personId: scene.id.ben })]);
    const hosts = await db().seat.count({ where: { roomId: scene.roomId, closedAt: null, role: "host" } });
    expect(hosts === 1 || (await room(scene)).hostAwayUntil !== null).toBe(true);
  });

  it("mute all and a new speaker's coming: nobody is muted who came after", async ({ scene }) => {
    await scene.ask("ada", offerStage, { personId: scene.id.dev });
    await Promise.all([scene.ask("ben", muteAll), scene.ask("dev", acceptOffer)]);
    const dev = await scene.seatOf("dev");
    expect(publishes(scene, "dev")).toBe(dev?.mutedAt === null);
    expect(publishes(scene, "cleo")).toBe(false);
  });
});
