import { beforeEach, describe, expect, it } from "vitest";
import { GET } from "@/app/api/oembed/route";
import type { PersonId } from "@/lib/domain/ids";
import { addClub, addMember, addRoom, emptyHouse } from "@/tests/support/scenes/at-the-door";

const HOME = "http://localhost:3000";

let ada: PersonId;

beforeEach(async () => {
  await emptyHouse();
  ada = await addMember("ada");
});

async function asked(url: string, more: Record<string, string> = {}) {
  const search = new URLSearchParams({ url, ...more });
  const answer = await GET(new Request(`${HOME}/api/oembed?${search}`), { params: Promise.resolve({}) });
  const text = await answer.text();
  return { status: answer.status, body: text.startsWith("{") ? JSON.parse(text) : text };
}

describe("oEmbed", () => {
  it("shows an open room by a frame of its player, by either of its addresses", async () => {
    const room = await addRoom({ createdById: ada });
    for (const url of [`${HOME}/rooms/${room}`, `${HOME}/rooms/${room}?utm=x#y`, `${HOME}/embed/rooms/${room}`]) {
      const { status, body } = await asked(url, { format: "json" });
      expect(status).toBe(200);
      expect(body).toMatchObject({
        version: "1.0",
        type: "rich",
        title: "Night trains",
        provider_name: "Plenum",
        width: 480,
        height: 320,
        thumbnail_url: `${HOME}/rooms/${room}/card.png`,
      });
      expect(body.html).toContain(`<iframe src="${HOME}/embed/rooms/${room}"`);
    }
  });

  it("is no larger than its place", async () => {
    const room = await addRoom({ createdById: ada });
    const { body } = await asked(`${HOME}/rooms/${room}`, { maxwidth: "300", maxheight: "250" });
    expect(body).toMatchObject({ width: 300, height: 250 });
    expect(body.html).toContain('width="300" height="250"');
    expect(body).not.toHaveProperty("thumbnail_url");
  });

  it("knows nothing of rooms that not everybody may know of, and of what is not ours", async () => {
    const closed = await addRoom({ createdById: ada, kind: "closed" });
    const social = await addRoom({ createdById: ada, kind: "social" });
    const members = await addRoom({ createdById: ada, kind: "members", clubId: await addClub(ada) });
    const open = await addRoom({ createdById: ada });
    for (const url of [
      `${HOME}/rooms/${closed}`,
      `${HOME}/rooms/${closed}?invite=secret`,
      `${HOME}/rooms/${social}`,
      `${HOME}/rooms/${members}`,
      `${HOME}/rooms/01900000-0000-7000-8000-000000000000`,
      `${HOME}/rooms/${open}/card.png`,
      `${HOME}/people/ada`,
      `https://evil.example/rooms/${open}`,
      `${HOME}@evil.example/rooms/${open}`,
      `/rooms/${open}`,
      "javascript:alert(1)",
    ])
      expect(await asked(url)).toMatchObject({ status: 404 });
  });

  it("speaks JSON alone, and wants an address", async () => {
    const room = await addRoom({ createdById: ada });
    await expect(asked(`${HOME}/rooms/${room}`, { format: "xml" })).resolves.toMatchObject({ status: 501 });
    await expect(asked("")).resolves.toMatchObject({ status: 422 });
    await expect(asked(`${HOME}/rooms/${room}`, { maxwidth: "wide" })).resolves.toMatchObject({ status: 422 });
  });

  it("lets no title out of its attribute", async () => {
    const room = await addRoom({ createdById: ada, title: `"><script>alert(1)</script>` });
    const { body } = await asked(`${HOME}/rooms/${room}`);
    expect(body.html).not.toContain("<script");
    expect(body.title).toBe(`"><script>alert(1)</script>`);
  });
});
