import { v7 as uuid } from "uuid";
import { beforeAll, expect, it } from "vitest";
import type { PersonId } from "@/lib/domain/ids";
import { seesPerson } from "@/lib/domain/people/person-visibility";
import { db, hotPool } from "@/lib/server/postgres/db";
import { personVisibleSql } from "@/lib/server/queries/people/person-visibility";
import { addMember, emptyHouse } from "@/tests/support/scenes/at-the-door";

const YES_NO = [false, true];

const cases = (["member", "guest"] as const).flatMap((kind) =>
  YES_NO.flatMap((banned) =>
    YES_NO.flatMap((givenUp) =>
      ([null, "by me", "by them"] as const).map((block) => ({ id: uuid() as PersonId, kind, banned, givenUp, block })),
    ),
  ),
);

let ada: PersonId;

beforeAll(async () => {
  await emptyHouse();
  ada = await addMember("ada");
  const at = (wanted: boolean) => (wanted ? new Date() : null);
  await db().person.createMany({
    data: cases.map(({ id, kind, banned, givenUp }) => ({
      ...{ id, kind, name: "P", portraitSeed: 1, bannedAt: at(banned), givenUpAt: at(givenUp) },
    })),
  });
  await db().block.createMany({
    data: cases.flatMap(({ id, block }) => {
      if (block === null) return [];
      return block === "by me" ? [{ blockerId: ada, blockedId: id }] : [{ blockerId: id, blockedId: ada }];
    }),
  });
});

const seen = async (viewer: PersonId | null): Promise<string[]> => {
  const sql = `SELECT p.id FROM person p WHERE p.id <> $2 AND ${personVisibleSql("$1::uuid")} ORDER BY p.id`;
  return (await hotPool().query<{ id: string }>(sql, [viewer, ada])).rows.map(({ id }) => id);
};

it("the rule of who sees a person and its SQL are one", async () => {
  const ruled = (isBlind: boolean) =>
    cases.filter(({ block, ...facts }) => seesPerson({ ...facts, blocked: !isBlind && block !== null, isSelf: false }));
  const idsOf = (people: { id: string }[]) => people.map(({ id }) => id).toSorted();
  expect(await seen(ada)).toEqual(idsOf(ruled(false)));
  expect(await seen(null)).toEqual(idsOf(ruled(true)));
});

it("whoever gives their account up sees themselves as long as it is there, and a banned person nobody", async () => {
  const self = async (): Promise<number> => {
    const sql = `SELECT p.id FROM person p WHERE p.id = $1 AND ${personVisibleSql("$1::uuid")}`;
    return (await hotPool().query(sql, [ada])).rows.length;
  };
  await db().person.update({ where: { id: ada }, data: { givenUpAt: new Date() } });
  expect(await self()).toBe(1);
  await db().person.update({ where: { id: ada }, data: { bannedAt: new Date() } });
  expect(await self()).toBe(0);
});
