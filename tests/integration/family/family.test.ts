import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import type { PersonId, RoomId } from "@/lib/domain/ids";
import { type Door, openDoor } from "@/lib/server/admission/door";
import { leadHall } from "@/lib/server/commands/family/lead-hall";
import { declineHand } from "@/lib/server/commands/hands/decline-hand";
import { lowerAllHands } from "@/lib/server/commands/hands/lower-all-hands";
import { pickHand } from "@/lib/server/commands/hands/pick-hand";
import { raiseHand } from "@/lib/server/commands/hands/raise-hand";
import { liftBan } from "@/lib/server/commands/moderation/lift-ban";
import { removePerson } from "@/lib/server/commands/moderation/remove-person";
import { leaveSeat } from "@/lib/server/commands/seats/leave-seat";
import { acceptOffer } from "@/lib/server/commands/stage/accept-offer";
import { moveToAudience } from "@/lib/server/commands/stage/move-to-audience";
import { muteAll } from "@/lib/server/commands/stage/mute-all";
import { offerStage } from "@/lib/server/commands/stage/offer-stage";
import { withdrawOffer } from "@/lib/server/commands/stage/withdraw-offer";
import { db, hotPool } from "@/lib/server/postgres/db";
import { handsPage } from "@/lib/server/queries/hands/hands-page";
import { mine } from "@/lib/server/queries/rooms/mine";
import { readRoomView } from "@/lib/server/queries/rooms/read-room-view";
import { closeEndedHeldSeats } from "@/lib/server/sweeping/close-ended-held-seats";
import { FakeMedia } from "@/tests/support/fake-media";
import { addCrowd, addMember, addRoom, faultsOfSeats } from "@/tests/support/scenes/at-the-door";
import { act, type FamilyScene, openFamily } from "@/tests/support/scenes/family-scene";

const media = new FakeMedia();
let family: FamilyScene;
let one: RoomId;
let two: RoomId;
/** Sits in overflow 1, which is full; sits in overflow 2. */
let olga: PersonId;
let tom: PersonId;

beforeAll(() => media.start());
afterAll(() => media.stop());
beforeEach(async () => {
  media.restart();
  family = await openFamily();
  [one, two] = family.halls as [RoomId, RoomId];
  olga = family.crowd[3] as PersonId;
  tom = family.crowd[7] as PersonId;
});

afterEach(() => vi.restoreAllMocks());

const told = (roomId: RoomId, type: string) =>
  db().roomEvent.findMany({ where: { roomId, type }, select: { audience: true, toId: true, facts: true } });
const openSeats = async (roomId: RoomId) =>
  (await db().room.findUniqueOrThrow({ where: { id: roomId }, select: { openSeats: true } })).openSeats;

const callUp = async (personId: PersonId, from: RoomId) => {
  await act(offerStage, family.ada, { roomId: family.main, personId });
  return act(acceptOffer, personId, { roomId: from });
};

describe("where arrivals are placed", () => {
  it("the main room takes listeners up to its reserve, the others sit in overflow rooms, each with its own cap", async () => {
    expect(await openSeats(family.main)).toBe(3);
    expect(await openSeats(one)).toBe(4);
    expect(await openSeats(two)).toBe(2);
    expect(await faultsOfSeats()).toEqual([]);
  });

  it("whoever asks for the full main room again stays where they are", async () => {
    const again = await family.door.admit({ roomId: family.main, personId: olga, kind: "member" });
    expect(again).toMatchObject({ ok: true, value: { fresh: false, seat: { roomId: one } } });
  });

  it("where the family has no room left the door gives a place in line, and seats nobody", async () => {
    await db().room.update({ where: { id: family.main }, data: { overflowLimit: 2 } });
    await db().room.updateMany({ where: { mainRoomId: family.main }, data: { capacity: 4 } });
    await db().room.update({ where: { id: family.halls[2] }, data: { status: "ended" } });
    const late = await Promise.all(Array.from({ length: 5 }, (_, number) => addMember(`late${number}`)));
    const answers = [];
    for (const personId of late)
      answers.push(await family.door.admit({ roomId: family.main, personId, kind: "member" }));
    expect(answers.map((answer) => (answer.ok ? "in" : answer.refusal))).toEqual([
      "in",
      "in",
      "waits",
      "waits",
      "waits",
    ]);
    expect(await faultsOfSeats()).toEqual([]);
  });

  it("an announced guest enters the full main room, and the place that is kept for the stage is theirs", async () => {
    const guest = await addMember("guest");
    await db().invitation.create({
      data: { roomId: family.main, personId: guest, role: "speaker", invitedById: family.ada },
    });
    const answer = await family.door.admit({ roomId: family.main, personId: guest, kind: "member" });
    expect(answer).toMatchObject({ ok: true, value: { seat: { roomId: family.main } } });
    expect(await act(acceptOffer, guest, { roomId: family.main })).toMatchObject({ ok: true });
    expect(await openSeats(family.main)).toBe(4);
    expect(await faultsOfSeats()).toEqual([]);
  });

  it("a door counts those whom another one seats, when it looks whether to open a room ahead", async () => {
    vi.spyOn(performance, "now").mockReturnValue(0);
    const [first, second] = [openDoor(hotPool()), openDoor(hotPool())];
    const [anna, bert, carl, dora] = await addCrowd(4);
    const main = await addRoom({ createdById: family.ada, capacity: 12, overflowLimit: 1 });
    const come = (door: Door, personId = family.ada) => door.admit({ roomId: main, personId, kind: "member" });
    const halls = () => db().room.count({ where: { mainRoomId: main } });
    await come(first, anna);
    await come(second, bert);
    await come(second, carl);
    expect(await halls()).toBe(0);
    // Two of its own in three seconds leave the eight places that are left for more than ten; all four do not.
    await come(first, dora);
    expect(await halls()).toBe(1);
  });

  it("a language decides, then people one follows, then the fullest", async () => {
    await db().room.update({ where: { id: two }, data: { language: "de" } });
    const greta = await addMember("greta");
    await db().person.update({ where: { id: greta }, data: { languages: ["de"] } });
    await family.door.admit({ roomId: family.main, personId: greta, kind: "member" });
    expect(await family.roomOf(greta)).toBe(two);
    const fritz = await addMember("fritz");
    await db().follow.create({ data: { followerId: fritz, followeeId: greta } });
    await family.door.admit({ roomId: family.main, personId: fritz, kind: "member" });
    expect(await family.roomOf(fritz)).toBe(family.halls[2]);
  });

  it("in an overflow room one sees the main stage, and all halls with their sizes", async () => {
    const view = await readRoomView(one);
    expect(view?.main?.stage.map(({ id }) => id)).toEqual([family.ada]);
    expect(view?.stage).toEqual([]);
    expect(view?.halls.map(({ number, openSeats }) => [number, openSeats])).toEqual([
      [0, 3],
      [1, 4],
      [2, 2],
      [3, 0],
    ]);
  });
});

describe("called up", () => {
  it("somebody from an overflow room is on the main stage, shown with where they come from, and their seat is kept", async () => {
    expect(await callUp(olga, one)).toMatchObject({
      ok: true,
      value: { seat: { roomId: family.main, role: "speaker" } },
    });
    expect(await family.roomOf(olga)).toBe(family.main);
    expect(await openSeats(one)).toBe(4);
    expect(await openSeats(family.main)).toBe(4);
    const view = await readRoomView(family.main);
    expect(view?.stage.find(({ id }) => id === olga)).toMatchObject({ from: 1, muted: false });
    expect((await told(family.main, "stage_joined")).at(-1)?.facts).toMatchObject({ person: { id: olga, from: 1 } });
    expect((await mine(one, { id: olga })).movedTo).toBe(family.main);
    expect(await faultsOfSeats()).toEqual([]);
  });

  it("the offer reaches them where they sit, and nobody takes the kept seat meanwhile", async () => {
    await act(offerStage, family.ada, { roomId: family.main, personId: olga });
    expect(await told(one, "offer_made")).toMatchObject([{ audience: "person", toId: olga }]);
    expect(await told(family.main, "offer_made")).toEqual([]);
    expect((await mine(one, { id: olga })).offer).not.toBeNull();
    await act(acceptOffer, olga, { roomId: one });
    const late = await addMember("late");
    await family.door.admit({ roomId: one, personId: late, kind: "member" });
    expect(await family.roomOf(late)).not.toBe(one);
    expect(await faultsOfSeats()).toEqual([]);
  });

  it.each(["by themselves", "by the host"])("whoever leaves the stage %s is back on their own seat", async (how) => {
    await callUp(olga, one);
    await act(moveToAudience, how === "by the host" ? family.ada : olga, { roomId: family.main, personId: olga });
    expect(await family.roomOf(olga)).toBe(one);
    expect(await openSeats(one)).toBe(4);
    expect(await openSeats(family.main)).toBe(3);
    expect(await told(family.main, "sent_back")).toMatchObject([{ toId: olga, facts: { roomId: one } }]);
    expect(await faultsOfSeats()).toEqual([]);
  });

  it("whoever led their room leads it again, and it is told that they are on its stage", async () => {
    await act(leadHall, olga, { roomId: one });
    await callUp(olga, one);
    await act(moveToAudience, family.ada, { roomId: family.main, personId: olga });
    const seat = await db().seat.findFirstOrThrow({ where: { personId: olga, closedAt: null } });
    expect(seat).toMatchObject({ roomId: one, role: "moderator" });
    expect((await told(one, "stage_joined")).at(-1)?.facts).toMatchObject({ person: { id: olga, role: "moderator" } });
    expect(await faultsOfSeats()).toEqual([]);
  });

  it("whoever leads again where microphones were locked meanwhile is muted", async () => {
    await act(leadHall, olga, { roomId: one });
    await callUp(olga, one);
    await db().room.update({ where: { id: one }, data: { microphonesLockedAt: new Date() } });
    await act(moveToAudience, olga, { roomId: family.main, personId: olga });
    const seat = await db().seat.findFirstOrThrow({ where: { personId: olga, closedAt: null } });
    expect(seat).toMatchObject({ role: "moderator", mutedAt: expect.any(Date) });
    expect((await told(one, "stage_joined")).at(-1)?.facts).toMatchObject({ person: { muted: true } });
  });

  it("whoever leaves the room finds the seat kept for ten minutes, and not longer", async () => {
    await callUp(olga, one);
    await act(leaveSeat, olga, { roomId: family.main });
    expect(await openSeats(one)).toBe(4);
    await closeEndedHeldSeats(new Date(Date.now() + 9 * 60_000));
    expect(await openSeats(one)).toBe(4);
    await closeEndedHeldSeats(new Date(Date.now() + 11 * 60_000));
    expect(await openSeats(one)).toBe(3);
    expect(await faultsOfSeats()).toEqual([]);
  });

  it("coming back to the full overflow room takes the kept seat", async () => {
    await callUp(olga, one);
    await act(leaveSeat, olga, { roomId: family.main });
    const back = await family.door.admit({ roomId: one, personId: olga, kind: "member" });
    expect(back).toMatchObject({ ok: true, value: { seat: { roomId: one } } });
    expect(await openSeats(one)).toBe(4);
    expect(await db().heldSeat.count({ where: { closedAt: null } })).toBe(0);
    expect(await faultsOfSeats()).toEqual([]);
  });

  it("a stage that has taken the whole reserve takes nobody more, and whom it turns away sits where they sat", async () => {
    await callUp(olga, one);
    expect(await callUp(tom, two)).toMatchObject({ ok: false, refusal: "room_full" });
    expect(await family.roomOf(tom)).toBe(two);
    expect(await faultsOfSeats()).toEqual([]);
  });

  it("two moderators' calls and two taps are one seat", async () => {
    await Promise.all([1, 2].map(() => act(offerStage, family.ada, { roomId: family.main, personId: olga })));
    const answers = await Promise.all([1, 2, 3].map(() => act(acceptOffer, olga, { roomId: one })));
    expect(answers.filter((answer) => answer?.ok)).toHaveLength(1);
    expect(await family.roomOf(olga)).toBe(family.main);
    expect(await openSeats(family.main)).toBe(4);
    expect(await faultsOfSeats()).toEqual([]);
  });

  it("an offer that was withdrawn moves nobody", async () => {
    await act(offerStage, family.ada, { roomId: family.main, personId: olga });
    await act(withdrawOffer, family.ada, { roomId: family.main, personId: olga });
    expect(await act(acceptOffer, olga, { roomId: one })).toMatchObject({ ok: false, refusal: "no_offer" });
    expect(await told(one, "offer_closed")).toMatchObject([{ toId: olga, facts: { outcome: "withdrawn" } }]);
    expect(await family.roomOf(olga)).toBe(one);
  });

  it("under the lock of microphones they come up silent", async () => {
    await act(muteAll, family.ada, { roomId: family.main }, { lock: true });
    expect(await callUp(olga, one)).toMatchObject({ ok: true, value: { seat: { muted: true } } });
  });

  it("nobody but those who lead the main room calls anybody up", async () => {
    const [neighbour] = family.crowd.slice(4, 5) as [PersonId];
    for (const who of [tom, neighbour]) {
      const answer = await act(offerStage, who, { roomId: family.main, personId: olga });
      expect(answer?.ok).toBe(false);
    }
    expect(await db().offer.count()).toBe(0);
  });
});

describe("one hand queue", () => {
  const queue = async (roomId: RoomId) =>
    (await handsPage(roomId, null)).hands.map(({ person, hall }) => [person.id, hall]);

  it("is the same from every room of the family, dealt to the halls in turn", async () => {
    const [first, second] = family.crowd as [PersonId, PersonId];
    await act(raiseHand, first, { roomId: family.main });
    await act(raiseHand, second, { roomId: family.main });
    await act(raiseHand, tom, { roomId: two }, { question: "Why at night?" });
    await act(raiseHand, olga, { roomId: one });
    const order = [
      [olga, 1],
      [first, 0],
      [tom, 2],
      [second, 0],
    ];
    for (const roomId of [family.main, ...family.halls]) expect(await queue(roomId)).toEqual(order);
  });

  it("whoever was on the stage stands behind those who were not", async () => {
    await callUp(olga, one);
    await act(moveToAudience, olga, { roomId: family.main, personId: olga });
    await act(raiseHand, olga, { roomId: one });
    await act(raiseHand, tom, { roomId: two });
    expect(await queue(family.main)).toEqual([
      [tom, 2],
      [olga, 1],
    ]);
  });

  it("whoever leads a hall passes one hand of it ahead, with a reason that all see; nobody else does", async () => {
    const [, , , , leader] = family.crowd as PersonId[];
    await db().seat.updateMany({
      where: { personId: leader, closedAt: null },
      data: { role: "moderator", stageSince: new Date() },
    });
    await act(raiseHand, family.crowd[0] as PersonId, { roomId: family.main });
    await act(raiseHand, olga, { roomId: one });
    await act(raiseHand, tom, { roomId: two });
    const input = { reason: "Was there in person" };
    expect(await act(pickHand, leader as PersonId, { roomId: two, personId: tom }, input)).toMatchObject({ ok: false });
    expect(await act(pickHand, olga, { roomId: one, personId: olga }, input)).toMatchObject({ refusal: "not_allowed" });
    await act(pickHand, leader as PersonId, { roomId: one, personId: olga }, input);
    const { hands } = await handsPage(family.main, null);
    expect(hands[0]).toMatchObject({ person: { id: olga }, picked: { by: { id: leader }, reason: input.reason } });
    expect(hands.slice(1).every(({ picked }) => picked === null)).toBe(true);
  });

  it("the main room's moderators answer every hand, an overflow room's only those of their own", async () => {
    await act(raiseHand, olga, { roomId: one });
    await act(raiseHand, tom, { roomId: two });
    await db().seat.updateMany({ where: { personId: tom, closedAt: null }, data: { role: "moderator" } });
    expect(await act(declineHand, tom, { roomId: family.main, personId: olga })).toMatchObject({ ok: false });
    await act(declineHand, family.ada, { roomId: family.main, personId: olga });
    expect((await told(one, "hand_lowered")).map(({ audience, toId }) => [audience, toId])).toEqual([
      ["moderators", null],
      ["person", olga],
    ]);
    expect(await db().hand.count({ where: { closedAt: null, personId: olga } })).toBe(0);
  });

  it("all hands go down in every hall at once", async () => {
    await act(raiseHand, family.crowd[0] as PersonId, { roomId: family.main });
    await act(raiseHand, olga, { roomId: one });
    await act(lowerAllHands, family.ada, { roomId: family.main });
    expect(await queue(family.main)).toEqual([]);
  });
});

describe("removed", () => {
  it("a ban from the main room closes the seat in the overflow room and bars from the whole family", async () => {
    await act(removePerson, family.ada, { roomId: family.main, personId: olga }, { reason: "" });
    expect(await family.roomOf(olga)).toBeNull();
    for (const roomId of [family.main, one, two]) {
      const answer = await family.door.admit({ roomId, personId: olga, kind: "member" });
      expect(answer).toMatchObject({ ok: false, refusal: "banned" });
    }
    expect(await faultsOfSeats()).toEqual([]);
    await act(liftBan, family.ada, { roomId: family.main, personId: olga });
    expect(await family.door.admit({ roomId: family.main, personId: olga, kind: "member" })).toMatchObject({
      ok: true,
    });
  });

  it("somebody called up loses the kept seat too", async () => {
    await callUp(olga, one);
    await act(removePerson, family.ada, { roomId: family.main, personId: olga }, { reason: "" });
    expect(await openSeats(one)).toBe(3);
    expect(await db().heldSeat.count({ where: { closedAt: null } })).toBe(0);
    expect(await faultsOfSeats()).toEqual([]);
  });

  it("a ban from one hall leaves the others open", async () => {
    await act(removePerson, family.ada, { roomId: one, personId: olga }, { reason: "" });
    expect(await family.roomOf(olga)).toBeNull();
    await family.door.admit({ roomId: family.main, personId: olga, kind: "member" });
    expect(await family.roomOf(olga)).toBe(two);
    expect(await faultsOfSeats()).toEqual([]);
  });

  it("whoever leads a hall removes nobody from another", async () => {
    await db().seat.updateMany({ where: { personId: tom, closedAt: null }, data: { role: "moderator" } });
    const answer = await act(removePerson, tom, { roomId: one, personId: olga }, { reason: "" });
    expect(answer?.ok).toBe(false);
    expect(await family.roomOf(olga)).toBe(one);
  });
});
