import { v7 as uuid } from "uuid";
import { beforeEach, describe, expect, it } from "vitest";
import { relayIdentity } from "@/lib/domain/family/relay";
import { db, hotPool } from "@/lib/server/postgres/db";
import { prune } from "@/lib/server/postgres/prune";
import { claimEachWork, claimWork } from "@/lib/server/postgres/work-lease";
import { liveFamilies } from "@/lib/server/relaying/live-families";
import { whoIsHeard } from "@/lib/server/relaying/who-is-heard";

let ada: string;

beforeEach(async () => {
  await db().$executeRaw`TRUNCATE person, work_lease CASCADE`;
  ada = await person("ada");
});

async function person(name: string): Promise<string> {
  const row = { kind: "member", name, portraitSeed: 1 } as const;
  return (await db().person.create({ data: row, select: { id: true } })).id;
}

async function room(hall?: { of: string; number: number }, status: "live" | "ended" = "live"): Promise<string> {
  const family = hall && { mainRoomId: hall.of, overflowNumber: hall.number };
  const fields = { title: "Night trains", language: "en", capacity: 10, createdById: ada, status, ...family };
  return (await db().room.create({ data: fields, select: { id: true } })).id;
}

const sit = (
  roomId: string,
  personId: string,
  role: "host" | "speaker" | "listener",
  more: { mutedAt?: Date; closedAt?: Date } = {},
) => db().seat.create({ data: { id: uuid(), roomId, personId, role, ...more } });

const interpret = (roomId: string, personId: string, language: string, endedAt: Date | null = null) =>
  db().interpreter.create({ data: { roomId, personId, language, assignedById: ada, endedAt } });

const halls = (family: { halls: { roomId: string }[] } | undefined) => family?.halls.map(({ roomId }) => roomId);

describe("families to carry", () => {
  it("are those with a live stage and a live hall, their halls in order", async () => {
    const main = await room();
    const second = await room({ of: main, number: 2 });
    const first = await room({ of: main, number: 1 });
    await room({ of: main, number: 3 }, "ended");
    await room();
    const ended = await room(undefined, "ended");
    await room({ of: ended, number: 1 });
    const families = await liveFamilies("one");
    expect(families).toHaveLength(1);
    expect(families[0]).toMatchObject({ main: { roomId: main, capacity: 10 }, claimedElsewhere: false });
    expect(halls(families[0])).toEqual([first, second]);
  });

  it("are known to be carried while a relay's lease lives", async () => {
    const main = await room();
    await room({ of: main, number: 1 });
    const isClaimedFor = async (holder: string) => (await liveFamilies(holder))[0]?.claimedElsewhere;
    await claimWork(relayIdentity(main), "one");
    expect(await isClaimedFor("two")).toBe(true);
    expect(await isClaimedFor("one"), "a successor under the same name need not wait").toBe(false);
    await hotPool().query("UPDATE work_lease SET lease_until = now() - interval '1 millisecond'");
    expect(await isClaimedFor("two")).toBe(false);
  });
});

describe("who is heard", () => {
  it("are those on the main room's stage with an open seat, and the interpreters of each language", async () => {
    const main = await room();
    const hall = await room({ of: main, number: 1 });
    const [ben = "", cleo = "", dev = "", eve = "", finn = ""] = await Promise.all(
      ["ben", "cleo", "dev", "eve", "finn"].map(person),
    );
    await sit(main, ada, "host");
    await sit(main, ben, "speaker", { mutedAt: new Date() });
    await sit(main, cleo, "speaker", { closedAt: new Date() });
    await sit(main, dev, "listener");
    await sit(hall, eve, "speaker");
    await interpret(main, dev, "fr");
    await interpret(main, finn, "fr", new Date());
    const heard = (await whoIsHeard([main])).get(main);
    expect(heard?.stage).toEqual(
      new Map([
        [ada, { muted: false }],
        [ben, { muted: true }],
      ]),
    );
    expect(heard?.channels).toEqual(new Map([["fr", new Map([[dev, { muted: false }]])]]));
  });

  it("is nobody in a room where nobody sits", async () => {
    const main = await room();
    expect((await whoIsHeard([main])).get(main)).toEqual({ stage: new Map(), channels: new Map() });
  });
});

describe("leases on several families", () => {
  it("are renewed together, and whoever lost one of them keeps the others", async () => {
    expect(await claimEachWork(["relay:b", "relay:a"], "one")).toEqual(
      new Map([
        ["relay:a", 1n],
        ["relay:b", 1n],
      ]),
    );
    await hotPool().query("UPDATE work_lease SET holder = 'two', fence = 2 WHERE name = 'relay:a'");
    expect(await claimEachWork(["relay:b", "relay:a"], "one")).toEqual(new Map([["relay:b", 1n]]));
    expect(await claimEachWork([], "one")).toEqual(new Map());
  });

  it("are each one process's, however many ask at once in whatever order", async () => {
    const names = Array.from({ length: 12 }, (_, number) => `relay:${number}`);
    const claims = await Promise.all(
      Array.from({ length: 10 }, (_, process) =>
        claimEachWork(process % 2 ? names : names.toReversed(), `process ${process}`),
      ),
    );
    const winners = claims.flatMap((claim) => [...claim.keys()]);
    expect(winners.toSorted()).toEqual(names.toSorted());
  });

  it("are forgotten a day after their family ended; other leases and living ones are not", async () => {
    await claimEachWork(["relay:old", "relay:new", "sweep"], "one");
    await hotPool().query(
      "UPDATE work_lease SET lease_until = now() - interval '2 days' WHERE name IN ('relay:old', 'sweep')",
    );
    await prune(new Date());
    const names = (await db().workLease.findMany({ orderBy: { name: "asc" } })).map(({ name }) => name);
    expect(names).toEqual(["relay:new", "sweep"]);
  });
});
