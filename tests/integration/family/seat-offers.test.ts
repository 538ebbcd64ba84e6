import { describe, expect } from "vitest";
import { POST as raiseHand } from "@/app/api/rooms/[roomId]/hand/route";
import { GET as readLog } from "@/app/api/rooms/[roomId]/log/route";
import { GET as mine } from "@/app/api/rooms/[roomId]/mine/route";
import { POST as offerStage } from "@/app/api/rooms/[roomId]/offers/[personId]/route";
import { POST as send, DELETE as takeBack } from "@/app/api/rooms/[roomId]/people/[personId]/seat-offer/route";
import { DELETE as endRoom } from "@/app/api/rooms/[roomId]/route";
import { POST as join, DELETE as leave } from "@/app/api/rooms/[roomId]/seat/route";
import { DELETE as decline, POST as take } from "@/app/api/rooms/[roomId]/seat-offer/route";
import type { RoomId } from "@/lib/domain/ids";
import { door } from "@/lib/server/admission/door";
import { db, hotPool } from "@/lib/server/postgres/db";
import { closeSeatOffers } from "@/lib/server/sweeping/close-seat-offers";
import { offerSeats } from "@/lib/server/sweeping/offer-seats";
import { addCrowd, faultsOfSeats } from "@/tests/support/scenes/at-the-door";
import type { Member } from "@/tests/support/scenes/hall-scene";
import { it as inFamily } from "@/tests/support/scenes/scene-test";

const it = inFamily.extend("hall", { auto: true }, ({ family }) => family.openHall());

const openOffers = () => db().seatOffer.findMany({ where: { closedAt: null }, orderBy: { offeredAt: "asc" } });
const whomOffered = async () => (await openOffers()).map(({ personId }) => personId);
const later = (seconds: number) => new Date(Date.now() + seconds * 1_000);
const counted = async (roomId: RoomId) => (await db().room.findUniqueOrThrow({ where: { id: roomId } })).openSeats;

/** Their half minute is over. */
async function runOut(): Promise<void> {
  await hotPool().query("UPDATE seat_offer SET expires_at = now() - interval '1 second' WHERE closed_at IS NULL");
  await closeSeatOffers(new Date());
}

describe("seats that come free in the main hall", () => {
  let people: Member[];
  it.beforeEach(async ({ family, hall }) => {
    people = [await family.sit(hall), await family.sit(hall), await family.sit(hall)];
  });

  it("are offered to people of overflow rooms in order of arrival, no more than are free", async ({ family, hall }) => {
    await family.leaveFree(2);
    await offerSeats(new Date());
    expect((await whomOffered()).toSorted()).toEqual([people[0]?.id, people[1]?.id].toSorted());
    const told = await family.eventsOf(hall);
    expect(told).toMatchObject([
      { type: "seat_offered", audience: "person", facts: { offer: { hall: { id: family.roomId, number: 0 } } } },
      { type: "seat_offered", audience: "person" },
    ]);
    expect((await people[0]?.ask(mine, { search: "?" }))?.body).toMatchObject({
      seatOffer: { hall: { id: family.roomId, number: 0 } },
    });
    expect(await people[0]?.sits()).toBe(hall);
    await offerSeats(new Date());
    expect(await openOffers()).toHaveLength(2);
  });

  it("leave the reserve to the stage", async ({ family }) => {
    await family.leaveFree(2);
    await db().room.update({ where: { id: family.roomId }, data: { reserve: 4 } });
    await offerSeats(new Date());
    expect(await openOffers()).toHaveLength(1);
  });

  it("the last one is offered once, however many sweeps run", async ({ family }) => {
    await family.leaveFree(1);
    await Promise.all(Array.from({ length: 6 }, () => offerSeats(new Date())));
    expect(await whomOffered()).toEqual([people[0]?.id]);
  });

  it("are not offered to whoever speaks, is called up, has a hand up, is away, or interprets", async ({
    family,
    hall,
  }) => {
    await family.leaveFree(5);
    const speaker = await family.sit(hall, "speaker");
    const [called, raised, away] = people;
    const interpreter = await family.sit(hall);
    await family.ask("ada", offerStage, { roomId: hall, personId: called?.id });
    await raised?.ask(raiseHand);
    await db().seat.updateMany({ where: { personId: away?.id }, data: { goneAt: new Date() } });
    await db().interpreter.create({
      data: { roomId: family.roomId, personId: interpreter.id, language: "de", assignedById: family.id.ada },
    });
    await offerSeats(new Date());
    expect(await openOffers()).toEqual([]);
    expect(await speaker.sits()).toBe(hall);
  });

  it("are not offered to people of a hall in another language, who are there for it", async ({ family, hall }) => {
    const german = await family.openHall({ language: "de" });
    await family.sit(german);
    await family.leaveFree(5);
    await offerSeats(new Date());
    expect((await openOffers()).map(({ fromRoomId }) => fromRoomId)).toEqual([hall, hall, hall]);
  });

  it("go to the next one when somebody declines, who is then left in peace for ten minutes", async ({
    family,
    hall,
  }) => {
    await family.leaveFree(1);
    await offerSeats(new Date());
    expect((await people[0]?.ask(decline))?.status).toBe(204);
    expect((await people[0]?.ask(decline))?.status).toBe(204);
    await offerSeats(new Date());
    expect(await whomOffered()).toEqual([people[1]?.id]);
    expect((await family.eventsOf(hall)).map(({ type }) => type)).toEqual([
      "seat_offered",
      "seat_offer_closed",
      "seat_offered",
    ]);
    await runOut();
    await offerSeats(later(540));
    expect(await whomOffered()).toEqual([people[2]?.id]);
    await runOut();
    await hotPool().query("UPDATE seat_offer SET offered_at = offered_at - interval '11 minutes'");
    await offerSeats(new Date());
    expect(await whomOffered()).toEqual([people[0]?.id]);
  });

  it("are free again when nobody answers within half a minute", async ({ family, hall }) => {
    await family.leaveFree(1);
    await offerSeats(new Date());
    await closeSeatOffers(later(29));
    expect(await openOffers()).toHaveLength(1);
    await runOut();
    expect(await people[0]?.ask(take)).toMatchObject({ status: 409, code: "no_seat_offer" });
    expect((await family.eventsOf(hall)).at(-1)).toMatchObject({
      type: "seat_offer_closed",
      toId: people[0]?.id,
      facts: { outcome: "expired" },
    });
    expect((await family.ask("gil", join)).body).toMatchObject({ seat: { roomId: family.roomId } });
  });
});

describe("a kept seat", () => {
  let gus: Member;
  it.beforeEach(async ({ family, hall }) => {
    gus = await family.sit(hall);
    await family.leaveFree(1);
    await offerSeats(new Date());
  });

  it("is taken by accepting: their old place is free, both counts are right, and twice is fine", async ({
    family,
    hall,
  }) => {
    expect(await gus.ask(take)).toMatchObject({ status: 200, body: { roomId: family.roomId } });
    expect(await gus.ask(take)).toMatchObject({ status: 200, body: { roomId: family.roomId } });
    expect(await gus.sits()).toBe(family.roomId);
    expect([await counted(hall), await counted(family.roomId)]).toEqual([0, 6]);
    expect((await family.eventsOf(hall)).at(-1)).toMatchObject({
      type: "seat_offer_closed",
      facts: { outcome: "accepted" },
    });
    expect(await faultsOfSeats()).toEqual([]);
  });

  it("is nobody else's meanwhile: whoever arrives is placed in overflow", async ({ family, hall }) => {
    const crowd = await addCrowd(30);
    const admitted = await Promise.all(
      crowd.map((personId) => door().admit({ roomId: family.roomId, personId, kind: "member" })),
    );
    expect(new Set(admitted.map((one) => one.ok && one.value.seat.roomId))).toEqual(new Set([hall]));
    expect((await gus.ask(take)).status).toBe(200);
    expect(await counted(family.roomId)).toBe(6);
    expect(await faultsOfSeats()).toEqual([]);
  });

  it("is theirs by whatever way they come, and the offer is done with", async ({ family }) => {
    expect((await gus.ask(join, { roomId: family.roomId })).body).toMatchObject({ seat: { roomId: family.roomId } });
    expect(await openOffers()).toEqual([]);
    expect(await db().seatOffer.findFirst({ where: { personId: gus.id } })).toMatchObject({ outcome: "accepted" });
  });

  it("lets the host come back, who never waits for it", async ({ family }) => {
    await family.ask("ben", leave);
    await family.ask("ada", leave);
    await family.leaveFree(1);
    expect((await family.ask("ada", join)).body).toMatchObject({ seat: { roomId: family.roomId } });
  });

  it("is given up by whoever leaves, and by the end of its hall", async ({ family, hall }) => {
    await gus.ask(leave);
    expect(await db().seatOffer.findFirst({ where: { personId: gus.id } })).toMatchObject({ outcome: "withdrawn" });
    const hal = await family.sit(hall);
    const other = await family.openHall();
    await family.ask("ada", send, { personId: hal.id, body: { roomId: other } });
    await family.ask("ada", endRoom, { roomId: other });
    expect(await openOffers()).toEqual([]);
    expect((await family.eventsOf(hall)).at(-1)).toMatchObject({
      type: "seat_offer_closed",
      toId: hal.id,
      facts: { outcome: "withdrawn" },
    });
    expect(await hal.sits()).toBe(hall);
  });

  it("is not had by somebody to whom none was offered", async ({ family, hall }) => {
    const hal = await family.sit(hall);
    expect(await hal.ask(take)).toMatchObject({ status: 409, code: "no_seat_offer" });
    expect(await gus.ask(take, { roomId: family.roomId })).toMatchObject({ status: 409, code: "no_seat_offer" });
    await db().room.update({ where: { id: hall }, data: { kind: "closed" } });
    await db().room.update({ where: { id: family.roomId }, data: { kind: "closed" } });
    expect((await family.ask("gil", take, { roomId: hall })).status).toBe(404);
    expect(await gus.sits()).toBe(hall);
  });
});

describe("two halls that have become one audience", () => {
  it("people of the emptier one are offered seats in the fuller, and nobody is moved", async ({ family, hall }) => {
    await family.leaveFree(0);
    const other = await family.openHall({ capacity: 10 });
    await db().room.update({ where: { id: hall }, data: { capacity: 10 } });
    const few = [await family.sit(other), await family.sit(other)];
    for (let seats = 0; seats < 5; seats++) await family.sit(hall);
    await offerSeats(new Date());
    expect(await openOffers()).toMatchObject([
      { roomId: hall, fromRoomId: other },
      { roomId: hall, fromRoomId: other },
    ]);
    expect(await few[0]?.sits()).toBe(other);
    expect((await few[0]?.ask(take))?.status).toBe(200);
    expect(await few[0]?.sits()).toBe(hall);
  });

  it("are left as they are where the fuller one would have no room to spare, or speaks another language", async ({
    family,
    hall,
  }) => {
    await family.leaveFree(0);
    await db().room.update({ where: { id: hall }, data: { capacity: 10 } });
    for (let seats = 0; seats < 7; seats++) await family.sit(hall);
    const tight = await family.openHall({ capacity: 10 });
    await family.sit(tight);
    await family.sit(tight);
    const german = await family.openHall({ capacity: 10, language: "de" });
    await family.sit(german);
    await offerSeats(new Date());
    expect(await openOffers()).toEqual([]);
  });
});

describe("sending somebody", () => {
  it("offers them a seat in that hall, which moves them only if they take it", async ({ family, hall }) => {
    const other = await family.openHall();
    const sent = await family.ask("ben", send, { personId: family.id.dev, body: { roomId: other } });
    expect(sent).toMatchObject({ status: 200, body: { offer: { hall: { id: other, number: 2 } } } });
    expect((await family.seatOf("dev"))?.roomId).toBe(family.roomId);
    const again = await family.ask("ada", send, { personId: family.id.dev, body: { roomId: other } });
    expect(again.body).toEqual(sent.body);
    const elsewhere = await family.ask("ada", send, { personId: family.id.dev, body: { roomId: hall } });
    expect(elsewhere.body).toMatchObject({ offer: { hall: { number: 1 } } });
    expect(await openOffers()).toMatchObject([{ roomId: hall }]);
    expect((await family.ask("dev", take)).body).toEqual({ roomId: hall });
    expect(await family.ask("ada", send, { personId: family.id.dev, body: { roomId: hall } })).toMatchObject({
      body: { offer: null },
    });
    const log = await family.ask("ada", readLog, { search: "?" });
    expect(log.body?.entries).toMatchObject([
      { type: "sent_to_hall", by: { name: "ada" }, whom: { name: "dev" }, facts: { hall: 1 } },
      { type: "sent_to_hall", by: { name: "ben" }, facts: { hall: 2 } },
    ]);
    expect(await faultsOfSeats()).toEqual([]);
  });

  it("is taken back, and twice is fine", async ({ family, hall }) => {
    await family.ask("ada", send, { personId: family.id.dev, body: { roomId: hall } });
    expect((await family.ask("ben", takeBack, { personId: family.id.dev })).status).toBe(204);
    expect((await family.ask("ben", takeBack, { personId: family.id.dev })).status).toBe(204);
    expect(await family.ask("dev", take)).toMatchObject({ status: 409, code: "no_seat_offer" });
    expect((await family.events()).filter(({ type }) => type === "seat_offer_closed")).toHaveLength(1);
  });

  it("of two at once for the last place of a hall one succeeds", async ({ family }) => {
    const small = await family.openHall({ capacity: 1 });
    const answers = await Promise.all(
      (["dev", "finn"] as const).map((who) =>
        family.ask("ada", send, { personId: family.id[who], body: { roomId: small } }),
      ),
    );
    expect(answers.map(({ code, status }) => code ?? status).toSorted()).toEqual([200, "room_full"]);
    expect(await openOffers()).toHaveLength(1);
  });

  it("is refused for whoever is on stage, is of no room of the family, or to a room that is not of it", async ({
    family,
    hall,
  }) => {
    const body = { roomId: hall };
    expect(await family.ask("ada", send, { personId: family.id.cleo, body })).toMatchObject({
      status: 409,
      code: "already_on_stage",
    });
    expect((await family.ask("ada", send, { personId: family.id.gil, body })).status).toBe(404);
    expect((await family.ask("ada", send, { personId: family.id.dev, body: { roomId: family.id.dev } })).status).toBe(
      404,
    );
    expect((await family.ask("ada", send, { personId: family.id.dev, body: {} })).status).toBe(422);
    const gus = await family.sit(hall, "moderator");
    expect((await gus.ask(send, { personId: family.id.dev, body })).status).toBe(403);
    expect((await gus.ask(takeBack, { personId: family.id.dev })).status).toBe(403);
    await db().room.update({ where: { id: family.roomId }, data: { kind: "closed" } });
    expect((await family.ask("gil", send, { personId: family.id.dev, body })).status).toBe(404);
    expect(await openOffers()).toEqual([]);
  });
});
