import { randomUUID } from "node:crypto";
import { unzipSync } from "fflate";
import { beforeEach, expect, it } from "vitest";
import { GET as download } from "@/app/api/me/exports/[exportId]/route";
import { POST as ask, GET as state } from "@/app/api/me/exports/route";
import type { PersonId } from "@/lib/domain/ids";
import { EXPORT_FILES } from "@/lib/server/account/export-files";
import { dropExports, gatherNext } from "@/lib/server/account/exports";
import { hashOf } from "@/lib/server/callers/secrets";
import { changePortrait } from "@/lib/server/portraits/change-portrait";
import { db } from "@/lib/server/postgres/db";
import { createMember } from "@/lib/server/sign-in/create-member";
import type { ExportView } from "@/lib/wire/account/views";
import { Browser } from "@/tests/support/browser";

let ada: string;
let ben: string;
let phone: Browser;
let desk: Browser;

beforeEach(async () => {
  await Promise.all([db().rateLimit.deleteMany(), db().person.deleteMany(), db().givenUpHandle.deleteMany()]);
  ada = (await createMember({ email: "ada@example.org", name: "Ada", isConfirmed: true })).id;
  ben = (await createMember({ email: "ben@example.org", name: "Ben", isConfirmed: true })).id;
  [phone, desk] = [await signedIn("phone", ada), await signedIn("desk", ada)];
});

it("gathers all that is kept of a person and nothing secret, into files that open", async () => {
  await db().follow.create({ data: { followerId: ada, followeeId: ben } });
  await db().block.create({ data: { blockerId: ada, blockedId: ben } });
  const room = await db().room.create({
    data: { title: "Night trains", language: "en", capacity: 10, createdById: ada },
  });
  const texts = Array.from({ length: 503 }, (_, number) => `Line ${number}, “quoted”\n`);
  await db().chatLine.createMany({
    data: texts.map((text, number) => ({
      roomId: room.id,
      channel: "room" as const,
      number,
      version: number,
      personId: ada,
      text,
    })),
  });
  await db().accessToken.create({
    data: { personId: ada, name: "bot", tokenHash: hashOf("plnm_secret"), scopes: ["read"] },
  });

  const { id } = await asked(phone);
  expect(await gatherNext(randomUUID())).toBe(true);
  expect(await gatherNext(randomUUID())).toBe(false);
  expect(await seen(phone)).toMatchObject({ id, state: "ready", done: 510, total: 510, mine: true });
  const answer = await fetched(phone, id);
  expect(answer.headers.get("content-disposition")).toMatch(/^attachment; filename="plenum-ada-\d{4}-\d\d-\d\d\.zip"$/);
  const bytes = new Uint8Array(await answer.arrayBuffer());
  expect(answer.headers.get("content-length")).toBe(String(bytes.length));
  const files = Object.fromEntries(
    Object.entries(unzipSync(bytes)).map(([name, content]) => [name, Buffer.from(content).toString()]),
  );
  expect(Object.keys(files)).toEqual(EXPORT_FILES.map(({ name }) => name));
  const read = (name: string) => JSON.parse(files[name] ?? "");
  expect(read("profile.json")).toMatchObject({ handle: "ada", email: "ada@example.org" });
  expect(read("blocks.json")).toMatchObject([{ handle: "ben" }]);
  expect(read("follows.json")).toEqual([]);
  expect(read("rooms.json")).toMatchObject([{ title: "Night trains" }]);
  expect(
    read("chat.json")
      .map(({ text }: { text: string }) => text)
      .toSorted(),
  ).toEqual(texts.toSorted());
  expect(read("access-tokens.json")).toMatchObject([{ name: "bot" }]);
  expect(read("sessions.json")).toHaveLength(2);
  const all = Object.values(files).join();
  for (const secret of ["plnm_secret", "phone", "desk"]) {
    expect(all).not.toContain(hashOf(secret).toString("hex"));
    expect(all).not.toContain("token_hash");
  }
  expect(all).not.toContain("ben@example.org");
});

it("holds the portrait that was uploaded", async () => {
  const picture = Buffer.from("a picture");
  await changePortrait(ada as PersonId, { small: picture, large: picture });
  const { id } = await asked(phone);
  await gatherNext(randomUUID());
  const files = unzipSync(new Uint8Array(await (await fetched(phone, id)).arrayBuffer()));
  expect(Buffer.from(files["portrait.webp"] ?? []).equals(picture)).toBe(true);
});

it("is fetched by the session that asked, for ten minutes, and by nobody else", async () => {
  const { id } = await asked(phone);
  await gatherNext(randomUUID());
  expect((await fetched(phone, id)).status).toBe(200);
  expect((await fetched(desk, id)).status).toBe(404);
  expect((await fetched(await signedIn("ben", ben), id)).status).toBe(404);
  expect((await fetched(new Browser(), id)).status).toBe(404);
  expect((await fetched(phone, "no-id")).status).toBe(404);
  expect(await seen(desk)).toMatchObject({ state: "ready", mine: false });
  await db().dataExport.updateMany({ data: { readyAt: new Date(Date.now() - 601_000) } });
  expect((await fetched(phone, id)).status).toBe(404);
  expect(await seen(phone)).toBeNull();
  await dropExports();
  expect(await db().dataExportPart.count()).toBe(0);
});

it("asked twice at once it is one, and a worker takes it once", async () => {
  const [one, other] = await Promise.all([asked(phone), asked(phone)]);
  expect(one.id).toBe(other.id);
  const taken = await Promise.all([gatherNext(randomUUID()), gatherNext(randomUUID()), gatherNext(randomUUID())]);
  expect(taken.filter(Boolean)).toHaveLength(1);
  expect(await seen(phone)).toMatchObject({ state: "ready" });
});

it("what a dead worker left is begun anew by another, whose archive is whole; given up after three", async () => {
  const { id } = await asked(phone);
  const dead = {
    state: "gathering" as const,
    holder: randomUUID(),
    leaseUntil: new Date(Date.now() - 1_000),
    tries: 1,
  };
  await db().dataExport.update({ where: { id }, data: dead });
  await db().dataExportPart.create({ data: { exportId: id, number: 0, bytes: Buffer.from("half") } });
  expect(await gatherNext(randomUUID())).toBe(true);
  const files = unzipSync(new Uint8Array(await (await fetched(phone, id)).arrayBuffer()));
  expect(Object.keys(files)).toHaveLength(EXPORT_FILES.length);
  await db().dataExport.update({ where: { id }, data: { ...dead, tries: 3 } });
  await gatherNext(randomUUID());
  expect(await seen(phone)).toMatchObject({ state: "failed" });
});

async function signedIn(token: string, personId: string): Promise<Browser> {
  const expiresAt = new Date(Date.now() + 1e7);
  await db().session.create({ data: { tokenHash: hashOf(token), personId, expiresAt } });
  const browser = new Browser();
  browser.cookies.set("next-auth.session-token", token);
  return browser;
}

const asked = async (browser: Browser): Promise<ExportView> =>
  ((await browser.send(ask, "POST")).body as { export: ExportView }).export;

async function seen(browser: Browser): Promise<ExportView | null> {
  const answer = await state(browser.request(), { params: Promise.resolve({}) });
  return ((await answer.json()) as { export: ExportView | null }).export;
}

const fetched = (browser: Browser, exportId: string): Promise<Response> =>
  download(browser.request(), { params: Promise.resolve({ exportId }) });
