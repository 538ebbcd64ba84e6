import { spawn } from "node:child_process";
import { once } from "node:events";
import { beforeEach, describe, expect, it } from "vitest";
import type { PersonId } from "@/lib/domain/ids";
import { eraseAccount } from "@/lib/server/account/erase-account";
import { writeFollow } from "@/lib/server/acts/write-follow";
import type { Member } from "@/lib/server/callers/caller";
import { blockPerson } from "@/lib/server/commands/people/block-person";
import { followPerson } from "@/lib/server/commands/people/follow-person";
import { unblockPerson } from "@/lib/server/commands/people/unblock-person";
import { unfollowPerson } from "@/lib/server/commands/people/unfollow-person";
import type { Ask } from "@/lib/server/http/command";
import { db, hotPool } from "@/lib/server/postgres/db";
import { hotSql } from "@/lib/server/postgres/sql";
import { followCounts } from "@/lib/server/queries/people/follow-counts";
import { personVisibleSql } from "@/lib/server/queries/people/person-visibility";
import { FOLD_SQL, foldFollowChanges } from "@/lib/server/sweeping/fold-follow-changes";
import { addCrowd, addMember, emptyHouse } from "@/tests/support/scenes/at-the-door";

beforeEach(emptyHouse);

/** Followers of one person, and how often the process that adds them up is killed. */
const [CROWD, KILLS] = [500, 4];

type Act = (by: PersonId, whom: PersonId) => Promise<unknown>;

const ask = (id: PersonId, personId: PersonId): Ask<Record<string, never>, "member"> => {
  const caller: Member = { id, kind: "member", admin: false };
  return { caller, params: { personId }, input: {}, request: new Request("http://localhost:3000/") };
};

const follow: Act = (by, whom) => followPerson.run(ask(by, whom));
const unfollow: Act = (by, whom) => unfollowPerson.run(ask(by, whom));
const block: Act = (by, whom) => blockPerson.run(ask(by, whom));
const unblock: Act = (by, whom) => unblockPerson.run(ask(by, whom));
const fold = () => foldFollowChanges(hotSql());

/** Whose total and changes are not what their follows are, at one moment. */
async function faults(): Promise<unknown[]> {
  const { rows } = await hotPool().query(`
    WITH kept AS (SELECT person_id, sum(followers) AS followers, sum(following) AS following FROM (
        SELECT person_id, followers, following FROM follow_total UNION ALL SELECT person_id, followers, following FROM follow_change) k
      GROUP BY person_id),
    counted AS (SELECT person_id, sum(followers) AS followers, sum(following) AS following FROM (
        SELECT followee_id AS person_id, 1 AS followers, 0 AS following FROM follow UNION ALL SELECT follower_id, 0, 1 FROM follow) f
      GROUP BY person_id)
    SELECT person_id, k.followers AS kept, c.followers AS counted FROM kept k FULL JOIN counted c USING (person_id)
    WHERE (coalesce(k.followers, 0), coalesce(k.following, 0)) <> (coalesce(c.followers, 0), coalesce(c.following, 0))`);
  return rows;
}

/** As many as the lists would hold, counted one by one. */
async function plainCounts(viewer: PersonId | null, personId: PersonId): Promise<object | undefined> {
  const side = (mine: string, theirs: string) =>
    `(SELECT count(*)::int FROM follow f JOIN person p ON p.id = f.${theirs} WHERE f.${mine} = $1 AND ${personVisibleSql("$2::uuid")})`;
  const sql = `SELECT ${side("followee_id", "follower_id")} AS followers, ${side("follower_id", "followee_id")} AS following`;
  return (await hotPool().query(sql, [personId, viewer])).rows[0];
}

describe("follower counts", () => {
  it("are what a plain count says to every viewer, also of people shut out, given up, blocked or emptied", async () => {
    const people = await Promise.all(["ada", "ben", "cleo", "dev", "eve", "finn"].map((handle) => addMember(handle)));
    const [ada, ben, cleo, dev, eve, finn] = people as [PersonId, PersonId, PersonId, PersonId, PersonId, PersonId];
    const pairs = people.flatMap((followerId) => people.map((followeeId) => ({ followerId, followeeId })));
    await db().follow.createMany({ data: pairs.filter((pair) => pair.followerId !== pair.followeeId) });
    await fold();
    await block(ada, ben);
    await unfollow(cleo, dev);
    await db().person.update({ where: { id: eve }, data: { bannedAt: new Date() } });
    await db().person.update({ where: { id: finn }, data: { givenUpAt: new Date() } });
    for (const folded of [false, true]) {
      if (folded) await fold();
      for (const viewer of [null, ...people]) {
        for (const one of people) expect(await followCounts(viewer, one)).toEqual(await plainCounts(viewer, one));
      }
    }
    await expect(followCounts(cleo, ada)).resolves.toEqual({ followers: 2, following: 2 });
    await eraseAccount(finn);
    await fold();
    expect(await faults()).toEqual([]);
    await expect(db().followTotal.findUnique({ where: { personId: finn } })).resolves.toBeNull();
    await expect(db().followTotal.count()).resolves.toBe(5);
  });

  it("stay exact at every moment, however follows, blocks, deletions and folds come at once", async () => {
    const people = await Promise.all(Array.from({ length: 6 }, (_, place) => addMember(`person_${place}`)));
    const acts: Act[] = [follow, follow, follow, unfollow, block, unblock];
    // The same mixture in every run.
    let seed = 1;
    const pick = <Value>(list: readonly Value[]): Value => {
      seed = (seed * 1_103_515_245 + 12_345) % 2 ** 31;
      return list[(seed >> 8) % list.length] as Value;
    };
    const restless = async (): Promise<void> => {
      for (let turn = 0; turn < 30; turn++) {
        const [act, by, whom] = [pick(acts), pick(people), pick(people)];
        if (by !== whom) await act(by, whom);
      }
    };
    let going = true;
    const seen: unknown[] = [];
    const watch = async (act: () => Promise<unknown>): Promise<void> => {
      while (going) await act();
    };
    const others = [watch(fold), watch(async () => seen.push(...(await faults())))];
    await Promise.all([restless(), restless(), restless()]);
    await db().person.deleteMany({ where: { id: people[0] } });
    going = false;
    await Promise.all(others);
    expect(seen).toEqual([]);
    await fold();
    expect(await faults()).toEqual([]);
    expect(await db().follow.count()).toBeGreaterThan(0);
    await expect(db().followTotal.count({ where: { personId: people[0] } })).resolves.toBe(0);
  });

  it("count two clicks at once as one, and nothing of a follow that was rolled back", async () => {
    const [ada, ben] = [await addMember("ada"), await addMember("ben")];
    await Promise.all([follow(ben, ada), follow(ben, ada), fold(), follow(ben, ada)]);
    await expect(followCounts(null, ada)).resolves.toEqual({ followers: 1, following: 0 });
    await expect(
      db().$transaction(async (tx) => {
        await tx.follow.create({ data: { followerId: ada, followeeId: ben } });
        throw new Error("the caller hung up");
      }),
    ).rejects.toThrow("hung up");
    await expect(followCounts(null, ada)).resolves.toEqual({ followers: 1, following: 0 });
    await Promise.all([unfollow(ben, ada), unfollow(ben, ada), fold()]);
    await expect(followCounts(null, ada)).resolves.toEqual({ followers: 0, following: 0 });
    await fold();
    await expect(db().followTotal.count()).resolves.toBe(0);
  });

  it("count who follow at the same moment each once, whoever of them is gone by then", async () => {
    const [star, crowd] = [await addMember("star"), await addCrowd(40)];
    await db().person.deleteMany({ where: { id: crowd[0] } });
    const pairs = [...crowd, ...crowd].map((followerId) => ({ followerId, followeeId: star }));
    const isNew = await Promise.all(pairs.map(writeFollow));
    expect(isNew.filter((one) => one).length).toBe(39);
    expect(isNew[0]).toBe(false);
    await expect(followCounts(null, star)).resolves.toEqual({ followers: 39, following: 0 });
    // Two statements at most: the first that asks does not wait for the others.
    expect(await db().followChange.count({ where: { personId: star } })).toBeLessThanOrEqual(2);
    expect(await faults()).toEqual([]);
  });

  it("lose nothing and count nothing twice where the process that folds is killed in the middle, again and again", async () => {
    const [star, crowd] = [await addMember("star"), await addCrowd(CROWD)];
    const all = { data: crowd.map((followerId) => ({ followerId, followeeId: star })) };
    for (let round = 0; round < KILLS; round++) {
      const folder = spawn(process.execPath, ["-e", FOLDS_FOREVER, process.env.DATABASE_URL ?? "", FOLD_SQL]);
      await once(folder.stdout, "data");
      const killed = once(folder, "exit");
      for (const followee of [star, ...crowd.slice(0, round)]) {
        await db().follow.deleteMany({ where: { followeeId: followee } });
        await db().follow.createMany(followee === star ? all : { data: [{ followerId: star, followeeId: followee }] });
      }
      folder.kill("SIGKILL");
      expect(await killed).toEqual([null, "SIGKILL"]);
      expect(await faults()).toEqual([]);
      await expect(followCounts(null, star)).resolves.toMatchObject({ followers: crowd.length });
    }
    while ((await fold()) > 0);
    expect(await faults()).toEqual([]);
    await expect(db().followChange.count()).resolves.toBe(0);
    await expect(db().followTotal.findUnique({ where: { personId: star } })).resolves.toMatchObject({
      followers: crowd.length,
      following: KILLS - 1,
    });
  });
});

/** A process that folds as fast as it can, and says when it has begun. */
const FOLDS_FOREVER = `
const pg = require("pg");
const client = new pg.Client(process.argv[1]);
client.connect().then(async () => {
  console.log("folding");
  for (;;) await client.query(process.argv[2]);
});`;
