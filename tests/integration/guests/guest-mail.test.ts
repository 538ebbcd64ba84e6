import { beforeEach, describe, expect } from "vitest";
import { POST as answer } from "@/app/api/guests/answer/route";
import { POST as replaceLink } from "@/app/api/rooms/[roomId]/guests/[guestId]/link/route";
import { POST as mailLink } from "@/app/api/rooms/[roomId]/guests/[guestId]/mail/route";
import { DELETE as revoke } from "@/app/api/rooms/[roomId]/guests/[guestId]/route";
import { POST as invite } from "@/app/api/rooms/[roomId]/guests/route";
import { db } from "@/lib/server/postgres/db";
import { prune } from "@/lib/server/postgres/prune";
import type { FreshGuestLink } from "@/lib/wire/guests/views";
import { planRoom } from "@/tests/support/scenes/planned-room";
import { it } from "@/tests/support/scenes/scene-test";
import type { Scene } from "@/tests/support/scenes/stage-scene";

const GRACE = "grace@example.org";
const HOST = "ada@example.org";

beforeEach(() => db().devLetter.deleteMany());

const mailsTo = (to: string) => db().devLetter.findMany({ where: { to }, orderBy: { createdAt: "asc" } });

async function invited(scene: Scene): Promise<FreshGuestLink & { roomId: string }> {
  const roomId = await planRoom(scene.id.ada);
  await db().person.update({ where: { id: scene.id.ada }, data: { email: HOST, emailVerifiedAt: new Date() } });
  const made = await scene.ask("ada", invite, { roomId, body: { name: "Grace", address: " Grace@Example.org " } });
  return { ...(made.body as FreshGuestLink), roomId };
}

const secretOf = (url: string): string => new URL(url).pathname.split("/").pop() ?? "";

describe("mails about guests", () => {
  it("take the link to its guest, once for each time that it is sent, and each is written down", async ({ scene }) => {
    const { guest, url, mailed, roomId } = await invited(scene);
    expect(mailed).toBe(true);
    const [first] = await mailsTo(GRACE);
    expect(first?.text).toContain(url);
    expect(first?.subject).toContain("Night trains");
    const named = { guestId: guest.id };
    const again = (await scene.ask("ada", mailLink, { roomId, named, body: {} })).body as FreshGuestLink;
    const replaced = (await scene.ask("ada", replaceLink, { roomId, named, body: {} })).body as FreshGuestLink;
    const texts = (await mailsTo(GRACE)).map(({ text }) => text);
    expect(texts).toHaveLength(3);
    expect(texts[1]).toContain(again.url);
    expect(texts[2]).toContain(replaced.url);
    expect(replaced.guest.steps.map(({ kind }) => kind)).toEqual(["invited", "mailed", "mailed", "replaced", "mailed"]);
  });

  it("tell the host who invited what the guest answers, and the guest that the link counts no more", async ({
    scene,
  }) => {
    const { guest, url, roomId } = await invited(scene);
    await scene.ask("gil", answer, { body: { secret: secretOf(url), answer: "accept" } });
    await scene.ask("gil", answer, { body: { secret: secretOf(url), answer: "accept" } });
    expect((await mailsTo(HOST)).map(({ subject }) => subject)).toEqual(["Grace comes to “Night trains”"]);
    expect((await mailsTo(HOST))[0]?.text).not.toContain(secretOf(url));
    await scene.ask("ada", revoke, { roomId, named: { guestId: guest.id }, body: {} });
    expect((await mailsTo(GRACE)).at(-1)?.subject).toContain("was taken back");
  });

  it("say nothing that a stranger's title writes in lines of its own", async ({ scene }) => {
    const { guest, roomId } = await invited(scene);
    await db().room.update({ where: { id: roomId }, data: { title: "Late\r\nBcc: all@example.org" } });
    await scene.ask("ada", mailLink, { roomId, named: { guestId: guest.id }, body: {} });
    const last = (await mailsTo(GRACE)).at(-1);
    expect(last?.subject).not.toMatch(/[\r\n]/);
  });

  it("a wrong address is refused, and one of an evening long past is forgotten", async ({ scene }) => {
    const { guest, roomId } = await invited(scene);
    const wrong = await scene.ask("ada", invite, { roomId, body: { name: "X", address: "a@b@c" } });
    expect(wrong).toMatchObject({ status: 422, body: { error: { field: "address" } } });
    const days = (count: number) => new Date(Date.now() + count * 86_400_000);
    await db().room.update({ where: { id: roomId }, data: { status: "ended", endedAt: new Date() } });
    const address = async () => (await db().episodeGuest.findUniqueOrThrow({ where: { id: guest.id } })).address;
    await prune(days(29));
    expect(await address()).toBe(GRACE);
    await prune(days(31));
    expect(await address()).toBeNull();
  });
});
