import { describe, expect } from "vitest";
import { PATCH as editMe } from "@/app/api/me/route";
import { GET as readChat, POST as writeChat } from "@/app/api/rooms/[roomId]/chat/route";
import { POST as raiseHand } from "@/app/api/rooms/[roomId]/hand/route";
import { GET as readLog } from "@/app/api/rooms/[roomId]/log/route";
import { GET as mine } from "@/app/api/rooms/[roomId]/mine/route";
import { GET as findPeople } from "@/app/api/rooms/[roomId]/people/route";
import { PATCH as editRoom, GET as readRoom } from "@/app/api/rooms/[roomId]/route";
import { HANDLE_HELD_MS } from "@/lib/domain/people/handle";
import { db } from "@/lib/server/postgres/db";
import { prune } from "@/lib/server/postgres/prune";
import { claimWork } from "@/lib/server/postgres/work-lease";
import { createMember } from "@/lib/server/sign-in/create-member";
import { sweepOnce } from "@/lib/worker/sweep-once";

import { it } from "@/tests/support/scenes/scene-test";
import type { CastName, Scene } from "@/tests/support/scenes/stage-scene";
import { SENTENCES } from "@/tests/unit/text/text-corpus";

const rename = (scene: Scene, who: CastName, body: object) => scene.ask(who, editMe, { body });

describe("text of any script", () => {
  it("comes back as written: as a title and a description", async ({ scene }) => {
    const all = Object.values(SENTENCES);
    for (let first = 0; first < all.length; first += 16) {
      const changes = { title: all[first], description: all.slice(first, first + 16).join("\n") };
      expect(await scene.ask("ada", editRoom, { body: changes })).toMatchObject({
        status: 200,
        body: { room: changes },
      });
      expect((await scene.ask("dev", readRoom, { search: "?" })).body?.room).toMatchObject(changes);
    }
  });

  it.for(["Persian, with half-spaces", "Vietnamese, decomposed", "Khmer, with empty spaces"])(
    "comes back as written in chat, question, name and words about oneself: %s",
    async (script, { scene }) => {
      const sentence = SENTENCES[script] ?? "";
      expect(await scene.ask("dev", writeChat, { body: { text: sentence } })).toMatchObject({
        status: 200,
        body: { line: { text: sentence } },
      });
      expect((await scene.ask("dev", readChat, { search: "?channel=room" })).body).toMatchObject({
        lines: [{ text: sentence }],
      });
      await scene.ask("dev", raiseHand, { body: { question: sentence } });
      expect((await scene.ask("dev", mine, { search: "?" })).body).toMatchObject({ handQuestion: sentence });
      expect(await rename(scene, "dev", { name: sentence, bio: sentence })).toMatchObject({
        status: 200,
        body: { person: { name: sentence } },
      });
    },
  );

  it("is cleaned of what other systems add, and costs nobody their message", async ({ scene }) => {
    const raw = "\ufeffone\r\ntwo\u2028three\t\u202efour\u0000 \ud83d";
    expect((await scene.ask("dev", writeChat, { body: { text: raw } })).body).toMatchObject({
      line: { text: "one\ntwo\nthree four" },
    });
    await scene.ask("dev", raiseHand, { body: { question: raw } });
    expect((await scene.ask("dev", mine, { search: "?" })).body).toMatchObject({ handQuestion: "one two three four" });
  });

  it("is refused where nothing of it can be seen, and the answer says which character", async ({ scene }) => {
    for (const [text, character] of [
      ["\u0301", "U+0301"],
      ["\u2800", "U+2800"],
      ["\u3164", "U+3164"],
      ["\u{1d159}", "U+1D159"],
      ["\ud800", "U+D800"],
    ]) {
      const facts = { code: "bad_input", reason: "nothing_to_see", character };
      expect((await rename(scene, "dev", { name: text })).body?.error).toMatchObject({ ...facts, field: "name" });
      expect((await scene.ask("dev", writeChat, { body: { text } })).body?.error).toMatchObject(facts);
    }
    expect((await rename(scene, "dev", { name: "é".repeat(61) })).body?.error).toMatchObject({
      reason: "too_long",
      length: 61,
      max: 60,
    });
    expect(await db().chatLine.count({ where: { roomId: scene.roomId } })).toBe(0);
  });

  it("is found in whatever normal form it is sought", async ({ scene }) => {
    const name = "Trần Đức";
    await rename(scene, "dev", { name: name.normalize("NFD") });
    const found = await scene.ask("ada", findPeople, { search: `?q=${encodeURIComponent(`\u200e${name}`)}` });
    expect(found.body).toMatchObject({ people: [{ id: scene.id.dev }] });
  });
});

describe("passing for somebody else", () => {
  it("by a name of rank is refused, whatever letters it is written with", async ({ scene }) => {
    for (const name of ["Admin", "Mоderator", "Plenum Support ✓", "H0st"]) {
      expect((await rename(scene, "dev", { name })).body?.error, name).toMatchObject({
        reason: "name_of_rank",
        field: "name",
      });
    }
    expect((await db().person.findUniqueOrThrow({ where: { id: scene.id.dev } })).name).toBe("dev");
    expect(
      (await createMember({ email: `admin@${scene.roomId}.example`, name: "Plenum Admin", isConfirmed: true })).name,
    ).toBe("Member");
  });

  it("is told once to those who lead the room, and stands in its log", async ({ scene }) => {
    await rename(scene, "ada", { name: "Ada Lovelace" });
    await rename(scene, "finn", { name: "Аdа Lоvelасе" });
    const fence = (await claimWork("sweep", "tests")) ?? -1n;
    await sweepOnce(fence);
    await sweepOnce(fence);
    const [told, ...more] = (await scene.events()).filter(({ type }) => type === "name_alike");
    expect(told).toMatchObject({
      audience: "moderators",
      facts: { person: { id: scene.id.finn }, like: { id: scene.id.ada } },
    });
    expect(more).toEqual([]);
    expect((await scene.ask("ben", readLog, { search: "?" })).body?.entries).toMatchObject([
      { type: "name_alike", whom: { id: scene.id.finn }, facts: { like: "Ada Lovelace" } },
    ]);
  });
});

describe("a handle that was given up", () => {
  const handleOf = async (scene: Scene, who: CastName) =>
    (await db().person.findUniqueOrThrow({ where: { id: scene.id[who] } })).handle ?? "";
  const fresh = () => `h${Math.random().toString(36).slice(2, 12)}`;

  it("is nobody's for 90 days but theirs who had it, and then anybody's", async ({ scene }) => {
    const handle = await handleOf(scene, "ada");
    const next = fresh();
    expect((await rename(scene, "ada", { handle: next })).status).toBe(200);
    expect((await rename(scene, "eve", { handle })).body?.error).toMatchObject({ code: "handle_taken" });
    expect(await createMember({ email: null, name: handle.replaceAll("_", " "), isConfirmed: true })).not.toMatchObject(
      { handle },
    );
    expect((await rename(scene, "ada", { handle })).status).toBe(200);
    expect((await rename(scene, "ada", { handle: fresh() })).status).toBe(200);
    const then = new Date(Date.now() - HANDLE_HELD_MS - 1);
    await db().givenUpHandle.update({ where: { handle }, data: { givenUpAt: then } });
    await prune(new Date());
    expect((await rename(scene, "eve", { handle })).status).toBe(200);
    expect(await handleOf(scene, "eve")).toBe(handle);
  });

  it("is not had by whoever waits for it in the very moment", async ({ scene }) => {
    const handle = await handleOf(scene, "ada");
    const answers = await Promise.all([
      rename(scene, "ada", { handle: fresh() }),
      ...Array.from({ length: 5 }, () => rename(scene, "eve", { handle })),
    ]);
    expect(answers.map(({ status }) => status)).toEqual([200, 409, 409, 409, 409, 409]);
    expect(await handleOf(scene, "eve")).not.toBe(handle);
  });
});
