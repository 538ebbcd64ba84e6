import { beforeAll, expect, it } from "vitest";
import { GET, PATCH } from "@/app/api/me/notifications/settings/route";
import { hashOf } from "@/lib/server/callers/secrets";
import { db } from "@/lib/server/postgres/db";
import { addMember, emptyHouse } from "@/tests/support/scenes/at-the-door";

beforeAll(() => {
  process.env.PLENUM_LOCAL = "0";
});

it("an instance that sends no mail offers none, and takes no wish for one", async () => {
  await emptyHouse();
  const personId = await addMember("ben");
  await db().person.update({
    where: { id: personId },
    data: { email: "ben@example.org", emailVerifiedAt: new Date() },
  });
  const expiresAt = new Date(Date.now() + 60_000);
  await db().session.create({ data: { personId, tokenHash: hashOf("token-of-ben"), expiresAt } });
  const headers = { cookie: "next-auth.session-token=token-of-ben", origin: "http://localhost:3000" };
  const params = Promise.resolve({});
  const read = await GET(new Request("http://localhost:3000/", { headers }), { params });
  expect((await read.json()).digest).toBeNull();
  const ask = async (rhythm: string) => {
    const body = JSON.stringify({ digest: { rhythm, zone: "UTC" } });
    return (await PATCH(new Request("http://localhost:3000/", { method: "PATCH", headers, body }), { params })).status;
  };
  expect(await ask("daily")).toBe(403);
  expect(await ask("never")).toBe(200);
  expect(await db().mailDigest.count()).toBe(0);
});
