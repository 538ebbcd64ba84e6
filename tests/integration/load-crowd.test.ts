import { beforeEach, describe, expect, test } from "vitest";
import { callerOf } from "@/lib/server/callers/find-caller";
import { db } from "@/lib/server/postgres/db";
import { makeCrowd } from "@/scripts/plenum/make-crowd";

beforeEach(async () => {
  await db().person.deleteMany();
});

const callerWith = (token: string) =>
  callerOf(new Request("http://localhost:3000/", { headers: { authorization: `Bearer ${token}` } }));

describe("a crowd for the load tool", () => {
  test("is members who may take seats, each with a token of their own", async () => {
    const callers = await Promise.all((await makeCrowd(3)).map(callerWith));
    expect(new Set(callers.map((caller) => caller?.id)).size).toBe(3);
    for (const caller of callers)
      expect(caller).toMatchObject({ kind: "member", admin: false, scopes: ["read", "write"] });
  });

  test("is the same people again the next time, and the tokens of before open nothing", async () => {
    const [before = ""] = await makeCrowd(2);
    const first = await callerWith(before);
    const [again = ""] = await makeCrowd(3);
    expect((await callerWith(again))?.id).toBe(first?.id);
    expect(await callerWith(before)).toBeNull();
    expect(await db().person.count()).toBe(3);
  });

  test("of nobody takes all its tokens away, and nobody else's", async () => {
    const [token = ""] = await makeCrowd(1);
    const member = await db().person.findFirstOrThrow();
    await db().accessToken.create({
      data: { personId: member.id, name: "my bot", scopes: ["read"], tokenHash: Buffer.alloc(32, 7) },
    });
    expect(await makeCrowd(0)).toEqual([]);
    expect(await callerWith(token)).toBeNull();
    expect(await db().accessToken.count()).toBe(1);
  });

  test("never hands out a token of somebody who signed up under such a name", async () => {
    const data = {
      kind: "member" as const,
      handle: "crowd_1",
      name: "A band",
      email: "band@example.org",
      portraitSeed: 1,
    };
    const band = await db().person.create({ data });
    const tokens = await makeCrowd(2);
    expect(tokens).toHaveLength(1);
    expect((await callerWith(tokens[0] ?? ""))?.id).not.toBe(band.id);
  });
});
