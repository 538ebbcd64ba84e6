import pg from "pg";
import { beforeEach, describe, expect, it } from "vitest";
import type { RoomId } from "@/lib/domain/ids";
import { ServiceAway } from "@/lib/domain/service-away";
import { inTransaction as inDoor } from "@/lib/server/admission/in-transaction";
import { db, hotPool } from "@/lib/server/postgres/db";
import { inTransaction } from "@/lib/server/postgres/in-transaction";
import { prismaSql, type Sql } from "@/lib/server/postgres/sql";
import { addMember, addRoom, emptyHouse } from "@/tests/support/scenes/at-the-door";

const RENAME = "UPDATE room SET title = title || $2 WHERE id = $1::uuid";

let rooms: [RoomId, RoomId];
beforeEach(async () => {
  await emptyHouse();
  const createdById = await addMember("ada");
  rooms = [await addRoom({ createdById, title: "" }), await addRoom({ createdById, title: "" })];
});

/** Both ways to run a transaction, and what Prisma does without SQL of ours. */
const WAYS: [
  string,
  (work: (rename: (roomId: RoomId, by: string) => Promise<unknown>) => Promise<void>) => Promise<void>,
][] = [
  ["the door", (work) => inDoor(hotPool(), (sql) => work(renamedBy(sql)))],
  ["Prisma with SQL", (work) => inTransaction((tx) => work(renamedBy(prismaSql(tx))))],
  [
    "Prisma",
    (work) =>
      inTransaction((tx) =>
        work(async (id, by) => {
          const { title } = await tx.room.findUniqueOrThrow({ where: { id } });
          await tx.room.update({ where: { id }, data: { title: title + by } });
        }),
      ),
  ],
];

const renamedBy = (sql: Sql) => (roomId: RoomId, by: string) => sql.rows(undefined, RENAME, [roomId, by]);

describe.each(WAYS)("a transaction of %s", (_name, run) => {
  it("that waits for another which waits for it is run again, and both are done once", async () => {
    const tries = [0, 0];
    let arrived = 0;
    let meet = () => {};
    const met = new Promise<void>((resolve) => {
      meet = resolve;
    });
    const change = (mine: 0 | 1) =>
      run(async (rename) => {
        tries[mine] = (tries[mine] ?? 0) + 1;
        await rename(rooms[mine], "1");
        if (++arrived === 2) meet();
        await met;
        await rename(rooms[1 - mine] as RoomId, "2");
      });
    await Promise.all([change(0), change(1)]);
    expect((tries[0] ?? 0) + (tries[1] ?? 0)).toBe(3);
    const titles = await db().room.findMany({ where: { id: { in: rooms } }, select: { title: true } });
    expect(titles.map(({ title }) => [...title].toSorted().join(""))).toEqual(["12", "12"]);
  });

  it("that waits too long for a lock says that the database is away", async () => {
    const holder = new pg.Client({ connectionString: process.env.DATABASE_URL });
    await holder.connect();
    try {
      await holder.query("BEGIN");
      await holder.query("SELECT FROM room WHERE id = $1 FOR UPDATE", [rooms[0]]);
      const waiting = run(async (rename) => void (await rename(rooms[0], "1")));
      await expect(waiting).rejects.toEqual(new ServiceAway("database"));
    } finally {
      await holder.end();
    }
  });

  it("throws what its work throws, once, and nothing of it stays", async () => {
    let tries = 0;
    const broken = run(async (rename) => {
      tries++;
      await rename(rooms[0], "1");
      await rename("no room" as RoomId, "1");
    });
    await expect(broken).rejects.not.toBeInstanceOf(ServiceAway);
    expect(tries).toBe(1);
    expect((await db().room.findUniqueOrThrow({ where: { id: rooms[0] } })).title).toBe("");
  });
});
