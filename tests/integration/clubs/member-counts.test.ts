import { spawn } from "node:child_process";
import { once } from "node:events";
import { beforeEach, describe, expect, it } from "vitest";
import type { ClubId, PersonId } from "@/lib/domain/ids";
import { eraseAccount } from "@/lib/server/account/erase-account";
import type { Member } from "@/lib/server/callers/caller";
import { joinClub } from "@/lib/server/commands/clubs/join-club";
import { leaveClub } from "@/lib/server/commands/clubs/leave-club";
import { blockPerson } from "@/lib/server/commands/people/block-person";
import type { Ask } from "@/lib/server/http/command";
import { db, hotPool } from "@/lib/server/postgres/db";
import { hotSql } from "@/lib/server/postgres/sql";
import { clubs } from "@/lib/server/queries/clubs/clubs";
import { standingIn } from "@/lib/server/queries/clubs/standing-in";
import { personVisibleSql } from "@/lib/server/queries/people/person-visibility";
import { CLUB_FOLD_SQL, foldClubChanges } from "@/lib/server/sweeping/fold-club-changes";
import { addClub, addCrowd, addMember, emptyHouse } from "@/tests/support/scenes/at-the-door";

beforeEach(emptyHouse);

/** Members of one club, and how often the process that adds them up is killed. */
const [CROWD, KILLS] = [300, 3];

const ask = <Params>(id: PersonId, params: Params): Ask<Record<string, never>, "member"> => {
  const caller: Member = { id, kind: "member", admin: false };
  return {
    caller,
    params: params as Record<string, string>,
    input: {},
    request: new Request("http://localhost:3000/"),
  };
};

const join = (by: PersonId, clubId: ClubId) => joinClub.run(ask(by, { clubId }));
const leave = (by: PersonId, clubId: ClubId) => leaveClub.run(ask(by, { clubId }));
const block = (by: PersonId, personId: PersonId) => blockPerson.run(ask(by, { personId }));
const fold = () => foldClubChanges(hotSql());

/** Which clubs' total and changes are not what their members are, at one moment. */
async function faults(): Promise<unknown[]> {
  const { rows } = await hotPool().query(`
    WITH kept AS (SELECT club_id, sum(members) AS members FROM (
        SELECT club_id, members FROM club_total UNION ALL SELECT club_id, members FROM club_change) k GROUP BY club_id),
    counted AS (SELECT club_id, count(*) AS members FROM club_member GROUP BY club_id)
    SELECT club_id, k.members AS kept, c.members AS counted FROM kept k FULL JOIN counted c USING (club_id)
    WHERE coalesce(k.members, 0) <> coalesce(c.members, 0)`);
  return rows;
}

const countedFor = async (viewer: PersonId | null, clubId: ClubId): Promise<number | null> => {
  const standing = await standingIn(viewer && { id: viewer }, clubId);
  return standing.ok ? standing.value.members : null;
};

/** As many as the list would hold, counted one by one. */
async function plainCount(viewer: PersonId | null, clubId: ClubId): Promise<number> {
  const sql = `SELECT count(*)::int AS members FROM club_member m JOIN person p ON p.id = m.person_id
    WHERE m.club_id = $1 AND ${personVisibleSql("$2::uuid")}`;
  return (await hotPool().query<{ members: number }>(sql, [clubId, viewer])).rows[0]?.members ?? 0;
}

describe("the number of a club's members", () => {
  it("is what a plain count says to every viewer, also of people shut out, given up, blocked or emptied", async () => {
    const people = await Promise.all(["ada", "ben", "cleo", "dev", "eve", "finn"].map((handle) => addMember(handle)));
    const [ada, ben, cleo, dev, eve, finn] = people as [PersonId, PersonId, PersonId, PersonId, PersonId, PersonId];
    const [trains, chess] = [(await addClub(ada)) as ClubId, (await addClub(ben, "chess")) as ClubId];
    for (const one of people) await join(one, trains);
    for (const one of [cleo, dev, eve]) await join(one, chess);
    await fold();
    await leave(dev, chess);
    await block(cleo, dev);
    await db().person.update({ where: { id: eve }, data: { bannedAt: new Date() } });
    await db().person.update({ where: { id: finn }, data: { givenUpAt: new Date() } });
    for (const folded of [false, true]) {
      if (folded) await fold();
      for (const viewer of [null, ...people]) {
        for (const club of [trains, chess]) expect(await countedFor(viewer, club)).toBe(await plainCount(viewer, club));
      }
    }
    expect(await countedFor(cleo, trains)).toBe(3);
    const listed = (await clubs({ id: ada }, null)).clubs.map(({ id, members }) => [id, members]);
    expect(listed).toEqual([
      [trains, 4],
      [chess, 2],
    ]);
    await eraseAccount(finn);
    await fold();
    expect(await faults()).toEqual([]);
    await db().club.delete({ where: { id: chess } });
    await fold();
    await expect(db().clubTotal.findMany()).resolves.toEqual([{ clubId: trains, members: 5 }]);
  });

  it("stays exact at every moment, however people come and go and folds come at once", async () => {
    const [ada, crowd] = [await addMember("ada"), await addCrowd(12)];
    const club = (await addClub(ada)) as ClubId;
    let going = true;
    const seen: unknown[] = [];
    const watch = async (act: () => Promise<unknown>): Promise<void> => {
      while (going) await act();
    };
    const others = [watch(fold), watch(async () => seen.push(...(await faults())))];
    const restless = async (one: PersonId): Promise<void> => {
      for (let turn = 0; turn < 4; turn++) {
        await join(one, club);
        await Promise.all([join(one, club), join(one, club)]);
        if (turn < 3) await leave(one, club);
      }
    };
    await Promise.all(crowd.map(restless));
    await db().person.deleteMany({ where: { id: crowd[0] } });
    going = false;
    await Promise.all(others);
    expect(seen).toEqual([]);
    expect(await countedFor(null, club)).toBe(crowd.length);
    await fold();
    expect(await faults()).toEqual([]);
    expect(await countedFor(null, club)).toBe(crowd.length);
  });

  it("counts nothing of a membership that was rolled back", async () => {
    const [ada, ben] = [await addMember("ada"), await addMember("ben")];
    const club = (await addClub(ada)) as ClubId;
    await expect(
      db().$transaction(async (tx) => {
        await tx.clubMember.create({ data: { clubId: club, personId: ben } });
        throw new Error("the caller hung up");
      }),
    ).rejects.toThrow("hung up");
    expect(await countedFor(null, club)).toBe(1);
  });

  it("loses nothing and counts nothing twice where the process that folds is killed in the middle", async () => {
    const [ada, crowd] = [await addMember("ada"), await addCrowd(CROWD)];
    const club = (await addClub(ada)) as ClubId;
    for (let round = 0; round < KILLS; round++) {
      const folder = spawn(process.execPath, ["-e", FOLDS_FOREVER, process.env.DATABASE_URL ?? "", CLUB_FOLD_SQL]);
      await once(folder.stdout, "data");
      const killed = once(folder, "exit");
      await db().clubMember.deleteMany({ where: { role: "member" } });
      for (const personId of crowd) await db().clubMember.create({ data: { clubId: club, personId } });
      folder.kill("SIGKILL");
      expect(await killed).toEqual([null, "SIGKILL"]);
      expect(await faults()).toEqual([]);
      expect(await countedFor(null, club)).toBe(CROWD + 1);
    }
    while ((await fold()) > 0);
    expect(await faults()).toEqual([]);
    await expect(db().clubChange.count()).resolves.toBe(0);
    await expect(db().clubTotal.findMany()).resolves.toEqual([{ clubId: club, members: CROWD + 1 }]);
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
