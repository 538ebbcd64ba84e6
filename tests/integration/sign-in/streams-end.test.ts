import { randomUUID } from "node:crypto";
import { beforeAll, beforeEach, expect, it } from "vitest";
import { DELETE as revoke } from "@/app/api/access-tokens/[tokenId]/route";
import { PUT as banEverywhere } from "@/app/api/admin/bans/[personId]/route";
import { GET as hallway } from "@/app/api/hallway/events/route";
import { GET as mine } from "@/app/api/me/events/route";
import { DELETE as leaving } from "@/app/api/sessions/route";
import type { PersonId } from "@/lib/domain/ids";
import { hashOf } from "@/lib/server/callers/secrets";
import { PEOPLE_CHANNEL, ringPerson } from "@/lib/server/notify/ring-person";
import { db } from "@/lib/server/postgres/db";
import { listen } from "@/lib/server/postgres/listen";
import { Browser } from "@/tests/support/browser";
import { addMember, emptyHouse } from "@/tests/support/scenes/at-the-door";

let ada: PersonId;
let ben: PersonId;

beforeAll(() => new Promise<void>((heard) => listen(PEOPLE_CHANNEL, (id) => id === null && heard())));
beforeEach(async () => {
  await emptyHouse();
  [ada, ben] = [await addMember("ada"), await addMember("ben")];
  await db().person.update({ where: { id: ben }, data: { admin: true } });
});

/** A browser in which somebody is signed in. */
async function browserOf(personId: string): Promise<Browser> {
  const token = randomUUID();
  const expiresAt = new Date(Date.now() + 60_000);
  await db().session.create({ data: { tokenHash: hashOf(token), personId, expiresAt } });
  const browser = new Browser();
  browser.cookies.set("next-auth.session-token", token);
  return browser;
}

/** Opens a stream; `ended` resolves once the server has closed it, `told` with the next event. */
async function open(stream: (request: Request) => Promise<Response>, request: Request) {
  const answer = await stream(request);
  expect(answer.status).toBe(200);
  const reader = (answer.body as ReadableStream<Uint8Array>).getReader();
  const next = async (): Promise<string | null> => {
    const { done, value } = await reader.read();
    return done ? null : new TextDecoder().decode(value);
  };
  expect(await next()).toContain("retry");
  const ended = async (): Promise<boolean> => {
    for (;;) if ((await next()) === null) return true;
  };
  return { next, ended };
}

it("whoever signs out has no open stream left, in this browser alone", async () => {
  const [here, elsewhere] = [await browserOf(ada), await browserOf(ada)];
  const streams = [await open(mine, here.request()), await open(hallway, here.request())];
  const other = await open(mine, elsewhere.request());
  await here.send(leaving, "DELETE");
  await expect(Promise.all(streams.map((stream) => stream.ended()))).resolves.toEqual([true, true]);
  expect(await other.next()).toContain("reread");
  ringPerson(ada);
  expect(await other.next()).toContain("reread");
});

it("nor has whoever is banned from the instance, or shows a token that was revoked", async () => {
  const [browser, admin] = [await browserOf(ada), await browserOf(ben)];
  const token = `plnm_${"a".repeat(43)}`;
  const data = { personId: ben, name: "bot", tokenHash: hashOf(token), scopes: ["read"] };
  const { id: tokenId } = await db().accessToken.create({ data });
  const headers = { authorization: `Bearer ${token}` };
  const banned = await open(mine, browser.request());
  const revoked = await open(mine, new Request("http://localhost:3000/", { headers }));
  expect((await admin.send(revoke, "DELETE", {}, { tokenId })).status).toBe(204);
  expect((await admin.send(banEverywhere, "PUT", { reason: "spam" }, { personId: ada })).status).toBe(204);
  await expect(Promise.all([banned.ended(), revoked.ended()])).resolves.toEqual([true, true]);
});
