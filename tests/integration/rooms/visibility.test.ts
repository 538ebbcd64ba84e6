import { v7 as uuid } from "uuid";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { PersonId, RoomId } from "@/lib/domain/ids";
import { ROOM_KINDS, type RoomKind } from "@/lib/domain/rooms/room";
import { type Sight, sightOf } from "@/lib/domain/rooms/visibility";
import { openDoor } from "@/lib/server/admission/door";
import { db, hotPool } from "@/lib/server/postgres/db";
import { followedNow } from "@/lib/server/queries/hallway/followed-now";
import { liveRooms } from "@/lib/server/queries/hallway/live-rooms";
import { myPings } from "@/lib/server/queries/invites/my-pings";
import { MAIN_VISIBLE_SQL, VISIBLE_SQL, visibilityOf } from "@/lib/server/queries/rooms/visibility";
import { addMember, addRoom, emptyHouse } from "@/tests/support/scenes/at-the-door";

/** Somebody before a family: a main room and a hall of it, each combination of facts with rooms and a person of its own. */
type Case = {
  kind: RoomKind;
  isCreator: boolean;
  invited: boolean;
  /** Asked of rooms for members. */
  inClub: boolean;
  seatedIn: "main" | "hall" | null;
  bannedFrom: "main" | "hall" | null;
  /** With whoever made the room; with another who hosts it where they made it themselves. */
  hostBlocked: boolean;
  hostId: PersonId;
  personId: PersonId;
  main: RoomId;
  hall: RoomId;
};

const PLACES = [null, "main", "hall"] as const;

const allCases = (): Case[] =>
  ROOM_KINDS.flatMap((kind) =>
    [false, true].flatMap((isCreator) =>
      [false, true].flatMap((invited) =>
        PLACES.flatMap((seatedIn) =>
          PLACES.flatMap((bannedFrom) =>
            [false, true].flatMap((hostBlocked) =>
              (kind === "members" ? [false, true] : [false]).map((inClub) => ({
                ...{ kind, isCreator, invited, inClub, seatedIn, bannedFrom, hostBlocked },
                hostId: uuid() as PersonId,
                personId: uuid() as PersonId,
                main: uuid() as RoomId,
                hall: uuid() as RoomId,
              })),
            ),
          ),
        ),
      ),
    ),
  );

/** What the rule says of the case's hall, or of its main room. */
const ruled = (
  { kind, isCreator, invited, inClub, seatedIn, bannedFrom, hostBlocked }: Case,
  asked: "main" | "hall",
): Sight =>
  sightOf({
    kind,
    isCreator,
    invitedToFamily: invited,
    seatedInFamily: seatedIn !== null,
    inClub,
    banned: bannedFrom === "main" || bannedFrom === asked,
    hostBlocked,
    isAdmin: false,
  });

describe("the rule and its SQL are one", () => {
  const cases = allCases();

  beforeAll(async () => {
    await emptyHouse();
    const ada = await addMember("ada");
    const ids = cases.flatMap(({ personId, hostId }) => [personId, hostId]);
    const people = ids.map((id) => ({ id, kind: "member" as const, name: "P", portraitSeed: 1 }));
    await db().person.createMany({ data: people });
    const founder = { create: { personId: ada, role: "founder" } } as const;
    const { id: clubId } = await db().club.create({
      data: { handle: "night_trains", name: "Night trains", createdById: ada, members: founder },
    });
    await db().clubMember.createMany({
      data: cases.filter(({ inClub }) => inClub).map(({ personId }) => ({ clubId, personId })),
    });
    const room = { title: "Night trains", language: "en", capacity: 10, liveAt: new Date() };
    await db().room.createMany({
      data: cases.map(({ main, kind, isCreator, personId, seatedIn, hostId }) => ({
        ...{
          ...room,
          id: main,
          kind,
          clubId: kind === "members" ? clubId : null,
          createdById: isCreator ? personId : hostId,
        },
        ...{ overflowOpened: 1, overflowLimit: 1, openSeats: (seatedIn === "main" ? 1 : 0) + (isCreator ? 1 : 0) },
      })),
    });
    // A hall's own row may say otherwise: a family is all of its main room's kind.
    await db().room.createMany({
      data: cases.map(({ main, hall, isCreator, personId, seatedIn }) => ({
        ...{ ...room, id: hall, kind: "open" as const, createdById: isCreator ? personId : ada },
        ...{ mainRoomId: main, overflowNumber: 1, openSeats: seatedIn === "hall" ? 1 : 0 },
      })),
    });
    await db().roomClock.createMany({ data: cases.flatMap(({ main, hall }) => [{ roomId: main }, { roomId: hall }]) });
    const invitations = cases.filter(({ invited }) => invited);
    await db().invitation.createMany({
      data: invitations.map(({ main, personId }) => ({ roomId: main, personId, invitedById: ada })),
    });
    await db().seat.createMany({
      data: cases.flatMap(({ isCreator, main, hostId }) =>
        isCreator
          ? [{ id: uuid(), roomId: main, personId: hostId, role: "host" as const, stageSince: new Date() }]
          : [],
      ),
    });
    await db().block.createMany({
      data: cases.flatMap(({ hostBlocked, personId, hostId }, place) => {
        const [blockerId, blockedId] = place % 4 < 2 ? [personId, hostId] : [hostId, personId];
        return hostBlocked ? [{ blockerId, blockedId }] : [];
      }),
    });
    await db().seat.createMany({
      data: cases.flatMap((one) =>
        one.seatedIn
          ? [{ id: uuid(), roomId: one[one.seatedIn], personId: one.personId, role: "listener" as const }]
          : [],
      ),
    });
    await db().roomBan.createMany({
      data: cases.flatMap((one) =>
        one.bannedFrom ? [{ roomId: one[one.bannedFrom], personId: one.personId, bannedById: ada }] : [],
      ),
    });
  });

  it("about one room", async () => {
    const seen = await Promise.all(
      cases.map(async (one) => {
        const caller = { id: one.personId };
        const [main, hall] = await Promise.all([visibilityOf(caller, one.main), visibilityOf(caller, one.hall)]);
        return [main?.sight, hall?.sight];
      }),
    );
    expect(seen).toEqual(cases.map((one) => [ruled(one, "main"), ruled(one, "hall")]));
  });

  it("about all rooms at once", async () => {
    for (const one of cases) {
      const { rows } = await hotPool().query<{ id: string }>(
        `SELECT r.id FROM room r WHERE r.id = ANY($2::uuid[]) AND ${VISIBLE_SQL}`,
        [one.personId, [one.main, one.hall]],
      );
      const { rows: mains } = await hotPool().query<{ id: string }>(
        `SELECT r.id FROM room r WHERE r.id = $2 AND ${MAIN_VISIBLE_SQL}`,
        [one.personId, one.main],
      );
      const expected = (["main", "hall"] as const).filter((asked) => ruled(one, asked) === "room");
      const { personId: _person, main: _main, hall: _hall, ...facts } = one;
      expect({ ...facts, sees: rows.map(({ id }) => id).toSorted(), mains: mains.length }).toEqual({
        ...facts,
        sees: expected.map((asked) => one[asked]).toSorted(),
        mains: expected.filter((asked) => asked === "main").length,
      });
    }
  });

  it("and the door's: who sees nothing is told of no room, who was put out that they were", async () => {
    const door = openDoor(hotPool());
    const answers = await Promise.all(
      cases.map(async (one) => {
        const { main: roomId, personId } = one;
        const answer = await door.admit({ roomId, personId, kind: "member" });
        const refusal = answer.ok ? null : answer.refusal;
        return refusal === "banned" ? "removed" : refusal === "not_found" ? "nothing" : "room";
      }),
    );
    expect(answers).toEqual(cases.map((one) => ruled(one, "main")));
  });

  it("for nobody yet only what is not hidden", async () => {
    const [open, closed, members] = ["open", "closed", "members"].map((kind) => cases.find((one) => one.kind === kind));
    expect((await visibilityOf(null, open?.main as RoomId))?.sight).toBe("room");
    expect((await visibilityOf(null, closed?.hall as RoomId))?.sight).toBe("nothing");
    expect((await visibilityOf(null, members?.hall as RoomId))?.sight).toBe("nothing");
    expect(await visibilityOf(null, uuid() as RoomId)).toBeNull();
  });
});

describe("a closed family", () => {
  let ada: PersonId;
  let dev: PersonId;
  let finn: PersonId;
  let main: RoomId;
  let hall: RoomId;
  let otherHall: RoomId;

  beforeEach(async () => {
    await emptyHouse();
    [ada, dev, finn] = [await addMember("ada"), await addMember("dev"), await addMember("finn")];
    main = await addRoom({ createdById: ada, kind: "closed", overflowLimit: 2, title: "main" });
    const addHall = async (overflowNumber: number): Promise<RoomId> => {
      const id = await addRoom({ createdById: ada, kind: "closed", title: `hall ${overflowNumber}` });
      await db().room.update({ where: { id }, data: { mainRoomId: main, overflowNumber } });
      return id;
    };
    hall = await addHall(1);
    otherHall = await addHall(2);
    await db().room.update({ where: { id: main }, data: { overflowOpened: 2 } });
  });

  const sit = async (personId: PersonId, roomId: RoomId): Promise<void> => {
    await db().seat.create({ data: { id: uuid(), personId, roomId, role: "listener" } });
    await db().room.update({ where: { id: roomId }, data: { openSeats: { increment: 1 } } });
  };
  const invite = (personId: PersonId) => db().invitation.create({ data: { roomId: main, personId, invitedById: ada } });
  const titles = async (personId: PersonId) => (await liveRooms({ id: personId })).rooms.map(({ title }) => title);

  it("shows the invited their friends in its halls, and strangers nobody", async () => {
    await sit(finn, hall);
    await db().follow.create({ data: { followerId: dev, followeeId: finn } });
    expect((await followedNow({ id: dev })).people).toEqual([]);
    await invite(dev);
    expect((await followedNow({ id: dev })).people).toMatchObject([{ room: { id: hall } }]);
  });

  it("keeps its card for whoever sits in a hall without an invitation, and opens the other hall's door", async () => {
    await sit(dev, hall);
    expect(await titles(dev)).toEqual(["main"]);
    expect(await titles(finn)).toEqual([]);
    const door = openDoor(hotPool());
    expect(await door.admit({ roomId: otherHall, personId: finn, kind: "member" })).toMatchObject({
      refusal: "not_found",
    });
    expect(await door.admit({ roomId: otherHall, personId: dev, kind: "member" })).toMatchObject({
      ok: true,
      value: { seat: { roomId: otherHall }, left: hall },
    });
  });

  it("calls nobody any more who lost the key, or was put out of the family", async () => {
    for (const roomId of [main, hall]) await db().ping.create({ data: { roomId, personId: dev, byId: ada } });
    expect((await myPings({ id: dev })).pings).toEqual([]);
    await invite(dev);
    expect((await myPings({ id: dev })).pings).toHaveLength(2);
    await db().invitation.deleteMany({ where: { personId: dev } });
    await sit(dev, hall);
    expect((await myPings({ id: dev })).pings).toHaveLength(2);
    await db().roomBan.create({ data: { roomId: main, personId: dev, bannedById: ada } });
    expect((await myPings({ id: dev })).pings).toEqual([]);
  });

  it("lets no stranger into a hall that was opened while it was open to all", async () => {
    await db().room.update({ where: { id: hall }, data: { kind: "open" } });
    const answer = await openDoor(hotPool()).admit({ roomId: hall, personId: finn, kind: "member" });
    expect(answer).toMatchObject({ refusal: "not_found" });
  });
});
