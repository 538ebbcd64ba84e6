import { v7 as uuid } from "uuid";
import { beforeAll, describe, expect, it } from "vitest";
import { compareRanks, heatOf, languageKey, scoreOf, weightOf } from "@/lib/domain/hallway/ranking";
import type { PersonId, RoomId } from "@/lib/domain/ids";
import type { Role } from "@/lib/domain/roles";
import { db } from "@/lib/server/postgres/db";
import { liveRooms } from "@/lib/server/queries/hallway/live-rooms";
import { addCrowd, addMember, emptyHouse } from "@/tests/support/scenes/at-the-door";

const ROOMS = 75;
const PEOPLE = 300;
const LANGUAGES = ["de", "en", "pt-br", "pt", "fr"];

/** The same at every run: a fault that was found once is found again. */
let seed = 14;
const below = (bound: number): number => {
  seed = (seed * 48_271) % 2_147_483_647;
  return seed % bound;
};

type Made = { id: RoomId; language: string; liveAt: Date; openSeats: number; main: RoomId | null; topics: string[] };

let dev: PersonId;
let rooms: Made[];
const followed = new Set<PersonId>();
let seats: { personId: PersonId; roomId: RoomId; role: Role }[];

beforeAll(async () => {
  await emptyHouse();
  dev = await addMember("dev");
  await db().person.update({ where: { id: dev }, data: { languages: ["de-at", "pt"], topics: ["Trains"] } });
  const people = await addCrowd(PEOPLE);
  const now = Date.now();
  rooms = Array.from({ length: ROOMS }, () => ({
    ...{
      id: uuid() as RoomId,
      language: LANGUAGES[below(LANGUAGES.length)] as string,
      main: null,
      topics: below(3) === 0 ? ["Law", "trains"] : ["Law"],
    },
    ...{ liveAt: new Date(now - below(36_000) * 1_000), openSeats: below(400) },
  }));
  const halls = rooms.slice(0, 10).map(({ id, ...main }) => ({ ...main, id: uuid() as RoomId, main: id }));
  await db().room.createMany({
    data: [...rooms, ...halls].map(({ main, ...room }) => ({
      ...{ ...room, title: "Room", capacity: 500, createdById: people[0] as PersonId, status: "live" as const },
      ...{ mainRoomId: main, overflowNumber: main === null ? null : 1 },
    })),
  });
  const everywhere = [...rooms, ...halls, ...halls];
  seats = people.map((personId) => ({
    personId,
    roomId: (everywhere[below(everywhere.length)] as Made).id,
    role: (["host", "moderator", "speaker", "listener", "listener", "listener"] as const)[below(6)] as Role,
  }));
  await db().seat.createMany({ data: seats.map((seat) => ({ id: uuid(), ...seat })) });
  for (const personId of people) if (below(4) === 0) followed.add(personId);
  await db().follow.createMany({ data: [...followed].map((followeeId) => ({ followerId: dev, followeeId })) });
  rooms.push(...halls);
});

/** What the rule says, counted by hand. */
function ruled(): string[] {
  const counted = (room: Made, isOnStage: boolean): number =>
    seats.filter(({ personId, roomId, role }) => {
      const sitsOnStage = role !== "listener" && roomId === room.id;
      const isHere = roomId === room.id || rooms.some(({ id, main }) => id === roomId && main === room.id);
      return followed.has(personId) && isHere && sitsOnStage === isOnStage;
    }).length;
  return rooms
    .filter(({ main }) => main === null)
    .map((room) => ({
      id: room.id,
      score: scoreOf(
        weightOf({
          followedOnStage: counted(room, true),
          followedListening: counted(room, false),
          sharesLanguage: ["de", "pt"].includes(languageKey(room.language)),
          sharesTopic: room.topics.includes("trains"),
        }),
        heatOf(room),
      ),
    }))
    .toSorted(compareRanks)
    .map(({ id }) => id);
}

describe("the order of a hallway", () => {
  it("is the rule's, on every page, and each room stands once", async () => {
    const listed: string[] = [];
    let after: string | undefined;
    for (let page = 0; page < 3; page++) {
      const answer = await liveRooms({ id: dev }, { after });
      listed.push(...answer.rooms.map(({ id }) => id));
      after = answer.next ?? undefined;
      expect(answer.next === null).toBe(page === 2);
    }
    expect(listed).toEqual(ruled());
  });

  it("goes on behind the last room of a page though that room moved in between", async () => {
    const first = await liveRooms({ id: dev });
    const last = first.rooms.at(-1)?.id as string;
    const { openSeats } = await db().room.findUniqueOrThrow({ where: { id: last } });
    await db().room.update({ where: { id: last }, data: { openSeats: 499 } });
    const second = await liveRooms({ id: dev }, { after: first.next ?? undefined });
    await db().room.update({ where: { id: last }, data: { openSeats } });
    const seen = new Set(first.rooms.map(({ id }) => id));
    expect(second.rooms.filter(({ id }) => seen.has(id))).toEqual([]);
    expect(second.rooms).toHaveLength(25);
  });

  it("begins at the top for a word that was no page's end", async () => {
    const top = await liveRooms({ id: dev });
    for (const after of ["", "x", "1_2", "'; DROP TABLE room"]) {
      expect((await liveRooms({ id: dev }, { after })).rooms[0]?.id).toBe(top.rooms[0]?.id);
    }
  });
});
