import { describe, expect } from "vitest";
import { POST as answer } from "@/app/api/guests/answer/route";
import { POST as claim } from "@/app/api/guests/claim/route";
import { PUT as answerClaim } from "@/app/api/rooms/[roomId]/guests/[guestId]/claim/route";
import { POST as replaceLink } from "@/app/api/rooms/[roomId]/guests/[guestId]/link/route";
import { POST as mailLink } from "@/app/api/rooms/[roomId]/guests/[guestId]/mail/route";
import { PATCH as edit, DELETE as revoke } from "@/app/api/rooms/[roomId]/guests/[guestId]/route";
import { POST as invite, GET as list } from "@/app/api/rooms/[roomId]/guests/route";
import { POST as goLive } from "@/app/api/rooms/[roomId]/live/route";
import { POST as sit } from "@/app/api/rooms/[roomId]/seat/route";
import type { PersonId, RoomId } from "@/lib/domain/ids";
import { ADDRESS_HEADER } from "@/lib/server/callers/client-address";
import { hashOf } from "@/lib/server/callers/secrets";
import { db } from "@/lib/server/postgres/db";
import { announcedGuests } from "@/lib/server/queries/guests/announced-guests";
import { keepSeat } from "@/lib/server/sign-in/keep-seat";
import type { FreshGuestLink, GuestView } from "@/lib/wire/guests/views";
import { faultsOfSeats } from "@/tests/support/scenes/at-the-door";
import { planRoom } from "@/tests/support/scenes/planned-room";
import { it } from "@/tests/support/scenes/scene-test";
import type { CastName, Route, Scene } from "@/tests/support/scenes/stage-scene";

/** Ada plans a room, with Ben as its cohost. */
async function plan(scene: Scene, wishes: Parameters<typeof planRoom>[1] = {}): Promise<RoomId> {
  await db().seat.deleteMany({ where: { roomId: scene.roomId } });
  await db().room.update({ where: { id: scene.roomId }, data: { openSeats: 0, emptySince: new Date() } });
  return planRoom(scene.id.ada, { cohosts: [scene.id.ben], ...wishes });
}

async function invited(scene: Scene, roomId: RoomId, body: object = { name: "Grace" }): Promise<FreshGuestLink> {
  const made = await scene.ask("ada", invite, { roomId, body });
  expect(made.status).toBe(201);
  return made.body as FreshGuestLink;
}

const secretOf = ({ url }: { url: string }): string => new URL(url).pathname.split("/").pop() ?? "";

let browsers = 0;

/** A browser in which nobody is signed in, at an address of its own; it keeps its cookies. */
function browser() {
  let cookie = "";
  const address = `10.0.${browsers++}.1`;
  return async (route: Route, body: object, named: Record<string, string> = {}) => {
    const request = new Request("http://localhost:3000/", {
      method: "POST",
      headers: { ...(cookie && { cookie }), [ADDRESS_HEADER]: address, origin: "http://localhost:3000" },
      body: JSON.stringify(body),
    });
    const response = await route(request, { params: Promise.resolve(named) });
    cookie = response.headers.getSetCookie()[0]?.split(";")[0] ?? cookie;
    const text = await response.text();
    const parsed = text ? (JSON.parse(text) as Record<string, unknown>) : null;
    return { status: response.status, code: (parsed?.error as { code?: string })?.code, body: parsed };
  };
}

const act = (scene: Scene, who: CastName, route: Route, roomId: RoomId, guestId: string, body: object = {}) =>
  scene.ask(who, route, { roomId, body, named: { guestId } });

const guests = async (scene: Scene, roomId: RoomId): Promise<GuestView[]> =>
  (await scene.ask("ada", list, { roomId, search: "?" })).body?.guests as GuestView[];

describe("a bare link", () => {
  it("is told once, kept as a hash, and opens the stage to a browser without an account by the name it gives", async ({
    scene,
  }) => {
    const roomId = await plan(scene, { kind: "closed", guestsAllowed: false });
    const link = await invited(scene, roomId);
    const secret = secretOf(link);
    expect(link).toMatchObject({ guest: { name: "Grace", state: "invited", person: null }, mailed: false });
    const [kept] = await db().guestSecret.findMany();
    expect(Buffer.from(kept?.hash ?? "")).toEqual(hashOf(secret));
    expect(JSON.stringify(await guests(scene, roomId))).not.toContain(secret);

    const grace = browser();
    expect(await grace(sit, {}, { roomId })).toMatchObject({ status: 404 });
    const said = await grace(answer, { secret, answer: "accept", name: "Grace H." });
    expect(said).toMatchObject({ status: 200, body: { roomId, state: "accepted" } });
    expect(await grace(sit, {}, { roomId })).toMatchObject({ status: 200, body: { seat: { role: "speaker" } } });
    const [guest] = await guests(scene, roomId);
    expect(guest).toMatchObject({ name: "Grace H.", state: "accepted", person: { isGuest: true, name: "Grace H." } });
    expect(guest?.steps.map(({ kind }) => kind)).toEqual(["invited", "accepted"]);
  });

  it("accepted twice by one browser is one step, and declined later its seat behind the stage is gone", async ({
    scene,
  }) => {
    const roomId = await plan(scene);
    const secret = secretOf(await invited(scene, roomId));
    const grace = browser();
    for (let times = 0; times < 2; times++) await grace(answer, { secret, answer: "accept" });
    await grace(sit, {}, { roomId });
    expect(await grace(answer, { secret, answer: "decline" })).toMatchObject({ body: { state: "declined" } });
    expect(await db().seat.count({ where: { roomId, closedAt: null } })).toBe(0);
    expect(await grace(sit, {}, { roomId })).toMatchObject({ code: "room_not_live" });
    const [guest] = await guests(scene, roomId);
    expect(guest?.steps.map(({ kind }) => kind)).toEqual(["invited", "accepted", "declined"]);
  });

  it("stays the guest's who signs in with an account meanwhile", async ({ scene }) => {
    const roomId = await plan(scene, { kind: "closed" });
    const secret = secretOf(await invited(scene, roomId));
    const grace = browser();
    await grace(answer, { secret, answer: "accept" });
    await grace(sit, {}, { roomId });
    const [guest] = await guests(scene, roomId);
    await keepSeat(guest?.person?.id as PersonId, scene.id.gil);
    expect(await scene.ask("gil", sit, { roomId, body: {} })).toMatchObject({ body: { seat: { role: "speaker" } } });
    expect(await grace(answer, { secret, answer: "accept" })).toMatchObject({ code: "not_allowed" });
    expect((await guests(scene, roomId))[0]).toMatchObject({ state: "accepted", person: { id: scene.id.gil } });
  });

  it("a wrong secret finds nothing, and whoever tries many is slowed", async ({ scene }) => {
    await plan(scene);
    const stranger = browser();
    const tries: (string | undefined)[] = [];
    for (let times = 0; times < 40; times++)
      tries.push((await stranger(answer, { secret: `wrong${times}`, answer: "accept" })).code);
    expect(tries[0]).toBe("not_found");
    expect(tries.at(-1)).toBe("too_many");
    expect(await db().person.count({ where: { kind: "guest" } })).toBe(0);
  });

  it("that needs an account is answered by a member only", async ({ scene }) => {
    const roomId = await plan(scene);
    const secret = secretOf(await invited(scene, roomId, { name: "Grace", accountNeeded: true }));
    expect(await browser()(answer, { secret, answer: "accept" })).toMatchObject({ status: 403, code: "members_only" });
    expect(await scene.ask("gil", answer, { body: { secret, answer: "accept" } })).toMatchObject({ status: 200 });
    // Once it is theirs, another member cannot take it over, nor say that it is theirs.
    expect(await scene.ask("eve", answer, { body: { secret, answer: "accept" } })).toMatchObject({
      code: "not_allowed",
    });
    expect(await scene.ask("eve", claim, { body: { secret } })).toMatchObject({ code: "not_allowed" });
  });
});

describe("by handle", () => {
  it("only that member's account accepts, and sees a closed room from then on", async ({ scene }) => {
    const roomId = await plan(scene, { kind: "closed" });
    const { handle } = await db().person.findUniqueOrThrow({ where: { id: scene.id.gil } });
    const link = await invited(scene, roomId, { handle: `@${handle}` });
    const secret = secretOf(link);
    expect(link.guest).toMatchObject({ name: "gil", accountNeeded: true, person: { id: scene.id.gil } });
    expect(await scene.ask("ada", invite, { roomId, body: { handle } })).toMatchObject({ status: 422 });
    expect(await scene.ask("ada", invite, { roomId, body: { handle: "nobody_here" } })).toMatchObject({ status: 404 });
    expect(await browser()(answer, { secret, answer: "accept" })).toMatchObject({ code: "members_only" });
    expect(await scene.ask("eve", answer, { body: { secret, answer: "accept" } })).toMatchObject({
      code: "not_allowed",
    });
    expect(await scene.ask("gil", sit, { roomId, body: {} })).toMatchObject({ status: 404 });
    expect(await scene.ask("gil", answer, { body: { secret, answer: "accept" } })).toMatchObject({ status: 200 });
    const seated = await scene.ask("gil", sit, { roomId, body: {} });
    expect(seated).toMatchObject({ status: 200, body: { seat: { role: "speaker" } } });
  });
});

describe("a link that was passed on", () => {
  it("does not let a second browser in, which may say that it is the guest, and the hosts decide", async ({
    scene,
  }) => {
    const roomId = await plan(scene);
    const secret = secretOf(await invited(scene, roomId));
    const [grace, other] = [browser(), browser()];
    await grace(answer, { secret, answer: "accept" });
    await grace(sit, {}, { roomId });
    expect(await other(answer, { secret, answer: "accept" })).toMatchObject({ status: 403, code: "not_allowed" });
    expect(await other(claim, { secret })).toMatchObject({ status: 200, body: { state: "claimed" } });
    expect(await other(claim, { secret })).toMatchObject({ status: 200 });
    expect(await other(sit, {}, { roomId })).toMatchObject({ code: "room_not_live" });
    const [asked] = await guests(scene, roomId);
    expect(asked).toMatchObject({ claimedBy: { isGuest: true }, state: "accepted" });
    const guestId = asked?.id ?? "";

    expect(await act(scene, "eve", answerClaim, roomId, guestId, { isGuest: true })).toMatchObject({ status: 404 });
    expect((await act(scene, "ben", answerClaim, roomId, guestId, { isGuest: false })).status).toBe(200);
    expect(await other(sit, {}, { roomId })).toMatchObject({ code: "room_not_live" });
    expect(await act(scene, "ben", answerClaim, roomId, guestId, { isGuest: true })).toMatchObject({
      code: "no_offer",
    });

    await other(claim, { secret });
    expect((await act(scene, "ada", answerClaim, roomId, guestId, { isGuest: true })).status).toBe(200);
    // The first browser is out, the second one in.
    expect(await db().seat.count({ where: { roomId, closedAt: null } })).toBe(0);
    expect(await grace(sit, {}, { roomId })).toMatchObject({ code: "room_not_live" });
    expect(await other(sit, {}, { roomId })).toMatchObject({ status: 200, body: { seat: { role: "speaker" } } });
    const [guest] = await guests(scene, roomId);
    expect(guest?.steps.map(({ kind }) => kind)).toEqual([
      "invited",
      "accepted",
      "claimed",
      "claim_refused",
      "claimed",
      "claim_allowed",
    ]);
    expect(await faultsOfSeats()).toEqual([]);
  });

  it("answered by two browsers at once is one's", async ({ scene }) => {
    const roomId = await plan(scene);
    const secret = secretOf(await invited(scene, roomId));
    const answers = await Promise.all([1, 2, 3].map(() => browser()(answer, { secret, answer: "accept" })));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 403, 403]);
    expect(await db().invitation.count({ where: { roomId, role: "speaker" } })).toBe(1);
  });
});

describe("what hosts do with it", () => {
  it("replaced, the old link says so and the new one counts; sent again, both do", async ({ scene }) => {
    const roomId = await plan(scene);
    const first = await invited(scene, roomId);
    const again = (await act(scene, "ben", mailLink, roomId, first.guest.id)).body as FreshGuestLink;
    const replaced = (await act(scene, "ada", replaceLink, roomId, first.guest.id)).body as FreshGuestLink;
    for (const old of [first, again])
      expect(await browser()(answer, { secret: secretOf(old), answer: "accept" })).toMatchObject({
        code: "link_spent",
      });
    expect(await browser()(answer, { secret: secretOf(replaced), answer: "accept" })).toMatchObject({ status: 200 });
  });

  it("revoked, no link of it counts, and who accepted is put out from behind the stage", async ({ scene }) => {
    const roomId = await plan(scene);
    const link = await invited(scene, roomId);
    const grace = browser();
    await grace(answer, { secret: secretOf(link), answer: "accept" });
    await grace(sit, {}, { roomId });
    for (let times = 0; times < 2; times++)
      expect((await act(scene, "ada", revoke, roomId, link.guest.id)).status).toBe(204);
    expect(await db().seat.count({ where: { roomId, closedAt: null } })).toBe(0);
    expect(await grace(sit, {}, { roomId })).toMatchObject({ code: "room_not_live" });
    expect(await grace(answer, { secret: secretOf(link), answer: "accept" })).toMatchObject({ code: "link_spent" });
    expect(await act(scene, "ada", replaceLink, roomId, link.guest.id)).toMatchObject({ code: "link_spent" });
    expect(await faultsOfSeats()).toEqual([]);
  });

  it("the guests are those who lead the episode's alone, and an id of another episode's is none", async ({ scene }) => {
    const roomId = await plan(scene);
    const { guest } = await invited(scene, roomId);
    for (const who of ["eve", "cleo"] as const) {
      expect((await scene.ask(who, list, { roomId, search: "?" })).status).toBe(404);
      expect((await scene.ask(who, invite, { roomId, body: { name: "X" } })).status).toBe(403);
      for (const route of [edit, revoke, mailLink, replaceLink])
        expect((await act(scene, who, route, roomId, guest.id)).status).toBe(404);
    }
    const other = await planRoom(scene.id.ada);
    expect((await act(scene, "ada", revoke, other, guest.id)).status).toBe(404);
    expect((await act(scene, "ada", revoke, roomId, "no-id")).status).toBe(404);
    expect((await guests(scene, roomId))[0]).toMatchObject({ state: "invited" });
  });

  it("everybody reads of the ones that are shown, and of no others", async ({ scene }) => {
    const roomId = await plan(scene);
    const { guest } = await invited(scene, roomId, { name: "Grace", address: "grace@example.org" });
    expect(await announcedGuests(null, roomId)).toEqual([]);
    await act(scene, "ada", edit, roomId, guest.id, { shown: true, words: "Wrote a compiler." });
    const shown = { id: guest.id, name: "Grace", state: "invited", words: "Wrote a compiler.", person: null };
    expect(await announcedGuests({ id: scene.id.eve }, roomId)).toEqual([shown]);
    await act(scene, "ada", revoke, roomId, guest.id);
    expect(await announcedGuests(null, roomId)).toEqual([]);
  });

  it("an episode has so many guests and no more", async ({ scene }) => {
    const roomId = await plan(scene);
    const row = { roomId, name: "Guest", invitedById: scene.id.ada };
    await db().episodeGuest.createMany({ data: Array.from({ length: 30 }, () => row) });
    expect(await scene.ask("ada", invite, { roomId, body: { name: "One more" } })).toMatchObject({
      code: "guests_full",
    });
  });
});

describe("a late guest", () => {
  it("enters the full live room, on its stage", async ({ scene }) => {
    const roomId = await plan(scene, { capacity: 4 });
    const secret = secretOf(await invited(scene, roomId));
    const grace = browser();
    await grace(answer, { secret, answer: "accept" });
    for (const who of ["ada", "ben"] as const) await scene.ask(who, sit, { roomId, body: {} });
    await scene.ask("ada", goLive, { roomId });
    expect((await scene.ask("eve", sit, { roomId, body: {} })).status).toBe(200);
    expect(await scene.ask("gil", sit, { roomId, body: {} })).toMatchObject({ code: "room_full" });
    expect(await grace(sit, {}, { roomId })).toMatchObject({ status: 200, body: { seat: { role: "speaker" } } });
    expect(await faultsOfSeats()).toEqual([]);
  });
});
