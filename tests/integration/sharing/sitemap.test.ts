import { beforeEach, describe, expect, it } from "vitest";
import { GET as robots } from "@/app/robots.txt/route";
import { GET as part } from "@/app/sitemap/[part]/route";
import type { PersonId } from "@/lib/domain/ids";
import { db } from "@/lib/server/postgres/db";
import { forgetProcessValues } from "@/lib/server/postgres/process";
import { sitemap, sitemapPart } from "@/lib/server/queries/sharing/sitemap";
import { addClub, addCrowd, addMember, addRoom, emptyHouse } from "@/tests/support/scenes/at-the-door";

const HOME = "http://localhost:3000";

let ada: PersonId;

beforeEach(async () => {
  await emptyHouse();
  forgetSitemaps();
  ada = await addMember("ada");
});

/** What was kept for the minute is another test's. */
function forgetSitemaps(): void {
  const values = forgetProcessValues();
  const holder = globalThis as Record<symbol, Map<string, unknown>>;
  values.delete("sitemaps");
  holder[Symbol.for("plenum.process")] = values;
}

const paths = (xml: string | null): string[] =>
  [...(xml ?? "").matchAll(/<loc>(.*?)<\/loc>/g)].map(([, address = ""]) => address.replace(HOME, ""));

describe("the sitemap", () => {
  it("names open rooms that are live or announced, and no others", async () => {
    const live = await addRoom({ createdById: ada });
    const scheduled = await addRoom({ createdById: ada, status: "scheduled" });
    await addRoom({ createdById: ada, status: "ended" });
    await addRoom({ createdById: ada, kind: "closed" });
    await addRoom({ createdById: ada, kind: "social" });
    await addRoom({ createdById: ada, kind: "members", clubId: await addClub(ada) });
    const hall = await addRoom({ createdById: ada });
    await db().room.update({ where: { id: hall }, data: { mainRoomId: live, overflowNumber: 1 } });
    expect(paths(await sitemapPart("rooms-1.xml"))).toEqual([`/rooms/${live}`, `/rooms/${scheduled}`]);
  });

  it("names members of whom everybody may know, and nobody else", async () => {
    await addCrowd(3);
    const [banned, gone, blocked] = [await addMember("eve"), await addMember("gone"), await addMember("blocked")];
    await db().person.update({ where: { id: banned }, data: { bannedAt: new Date() } });
    await db().person.update({ where: { id: gone }, data: { givenUpAt: new Date() } });
    await db().block.create({ data: { blockerId: ada, blockedId: blocked } });
    await db().person.create({ data: { kind: "guest", name: "Guest 1", portraitSeed: 1 } });
    expect(paths(await sitemapPart("people-1.xml"))).toEqual(["/people/ada", "/people/blocked"]);
  });

  it("is split into files that hold everybody once", async () => {
    for (const handle of ["ben", "cleo", "dev", "fay"]) await addMember(handle);
    const files = paths(await sitemap(2)).filter((path) => path.includes("people"));
    expect(files).toEqual(["/sitemap/people-1.xml", "/sitemap/people-2.xml", "/sitemap/people-3.xml"]);
    const found = await Promise.all(files.map((file) => sitemapPart(file.replace("/sitemap/", ""), 2)));
    expect(found.map(paths)).toEqual([
      ["/people/ada", "/people/ben"],
      ["/people/cleo", "/people/dev"],
      ["/people/fay"],
    ]);
    await expect(sitemapPart("people-4.xml", 2)).resolves.toBeNull();
  });

  it("is read once a minute, however many ask", async () => {
    await sitemapPart("people-1.xml");
    await addMember("late");
    expect(paths(await sitemapPart("people-1.xml"))).toEqual(["/people/ada"]);
    forgetSitemaps();
    expect(paths(await sitemapPart("people-1.xml"))).toContain("/people/late");
  });

  it("has no file of another name", async () => {
    for (const name of ["people-0.xml", "people-2.xml", "sessions-1.xml", "people.xml", "people-1.xml.gz"]) {
      const answer = await part(new Request(HOME), { params: Promise.resolve({ part: name }) });
      expect(answer.status).toBe(404);
    }
  });

  it("is named to crawlers, who are kept from what is nobody's to find", async () => {
    const text = await robots().text();
    expect(text).toContain(`Sitemap: ${HOME}/sitemap.xml`);
    for (const path of ["/api/", "/admin", "/settings", "/sign-in"]) expect(text).toContain(`Disallow: ${path}\n`);
  });
});
