import { beforeEach, describe, expect, test } from "vitest";
import { GET as handleRoute } from "@/app/api/me/handle/route";
import { PATCH } from "@/app/api/me/route";
import { DELETE as endWelcome } from "@/app/api/me/welcome/route";
import type { PersonId } from "@/lib/domain/ids";
import { hashOf } from "@/lib/server/callers/secrets";
import { db } from "@/lib/server/postgres/db";
import { firstRoom } from "@/lib/server/queries/onboarding/first-room";
import { handleState } from "@/lib/server/queries/onboarding/handle-state";
import { newcomer } from "@/lib/server/queries/onboarding/newcomer";
import { oftenTalkedAbout } from "@/lib/server/queries/onboarding/often-talked-about";
import { createMember } from "@/lib/server/sign-in/create-member";
import { Browser } from "@/tests/support/browser";
import { addClub, addMember, addRoom, emptyHouse } from "@/tests/support/scenes/at-the-door";

let nina: PersonId;

beforeEach(async () => {
  await emptyHouse();
  await db().givenUpHandle.deleteMany();
  nina = (await createMember({ email: null, name: "Nina", isConfirmed: true })).id as PersonId;
});

describe("the welcome", () => {
  test("is due for somebody new, until it has ended; ending it twice changes nothing", async () => {
    await expect(newcomer(nina)).resolves.toMatchObject({ name: "Nina", handle: "nina", isNamed: true });
    const browser = await ninasBrowser();
    for (let times = 0; times < 2; times++) expect((await browser.send(endWelcome, "DELETE")).status).toBe(204);
    await expect(newcomer(nina)).resolves.toBeNull();
  });

  test("is not due for people who were here before it was", async () => {
    await expect(newcomer(await addMember("ada"))).resolves.toBeNull();
  });

  test("begins with the name for whoever has not chosen one", async () => {
    const { id } = await createMember({ email: null, name: "From a provider", isConfirmed: false });
    await expect(newcomer(id as PersonId)).resolves.toMatchObject({ isNamed: false });
  });

  test("ends for nobody without an account", async () => {
    expect((await new Browser().send(endWelcome, "DELETE")).status).toBe(401);
  });
});

describe("a handle that is looked up", () => {
  beforeEach(() => addMember("ada"));

  test.each([
    ["free_one", "free"],
    [" @Free_One ", "free"],
    ["nina", "mine"],
    ["NINA", "mine"],
    ["ada", "taken"],
    ["admin", "taken"],
    ["m0derator_ben", "taken"],
    ["a", "unfit"],
    ["with space", "unfit"],
    ["", "unfit"],
    ["ünï", "unfit"],
    ["x".repeat(31), "unfit"],
  ])("%j is %s", async (wanted, state) => {
    await expect(handleState({ id: nina }, wanted)).resolves.toMatchObject({ state });
  });

  test("is held for whoever gave it up, and can be taken back by them alone", async () => {
    const ben = await addMember("ben");
    await db().givenUpHandle.create({ data: { handle: "old_ben", personId: ben } });
    await expect(handleState({ id: nina }, "old_ben")).resolves.toMatchObject({ state: "taken" });
    await expect(handleState({ id: ben }, "old_ben")).resolves.toMatchObject({ state: "free" });
  });

  test("comes with another one where it cannot be had, and that one can be saved", async () => {
    const browser = await ninasBrowser();
    for (const wanted of ["ada", "Änne Groß"]) {
      const request = browser.request("GET", undefined, `/api/me/handle?wanted=${encodeURIComponent(wanted)}`);
      const answer = await browser.take(await handleRoute(request, { params: Promise.resolve({}) }));
      const { instead } = answer.body as { instead: string };
      expect(instead).toMatch(wanted === "ada" ? /^ada\d+$/ : /^aenne_gross$/);
      expect((await browser.send(PATCH, "PATCH", { handle: instead })).status).toBe(200);
    }
  });
});

describe("what a newcomer is offered", () => {
  test("are the topics that most rooms name, whatever their capitals, and none of closed rooms", async () => {
    const ada = await addMember("ada");
    for (const topics of [["Trains", "Maps"], ["trains"], ["Trains"]]) {
      const id = await addRoom({ createdById: ada });
      await db().room.update({ where: { id }, data: { topics } });
    }
    const closed = await addRoom({ createdById: ada });
    await db().room.update({ where: { id: closed }, data: { topics: ["Secrets"], kind: "closed" } });
    const forMembers = await addRoom({ createdById: ada });
    const ofMembers = { topics: ["Plans"], kind: "members" as const, clubId: await addClub(ada) };
    await db().room.update({ where: { id: forMembers }, data: ofMembers });
    await expect(oftenTalkedAbout()).resolves.toEqual(["Trains", "Maps"]);
  });

  test("is a live room to go into, never a closed one", async () => {
    const ada = await addMember("ada");
    const closed = await addRoom({ createdById: ada });
    await db().room.update({ where: { id: closed }, data: { kind: "closed" } });
    await expect(firstRoom({ id: nina })).resolves.toBeNull();
    const open = await addRoom({ createdById: ada });
    await expect(firstRoom({ id: nina })).resolves.toMatchObject({ id: open });
  });
});

async function ninasBrowser(): Promise<Browser> {
  const data = { tokenHash: hashOf("nina"), personId: nina, expiresAt: new Date(Date.now() + 60_000) };
  await db().session.create({ data });
  const browser = new Browser();
  browser.cookies.set("next-auth.session-token", "nina");
  return browser;
}
