import { readdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { deflateSync } from "node:zlib";
import sharp from "sharp";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { DELETE, PUT } from "@/app/api/me/portrait/route";
import { GET } from "@/app/api/portraits/[key]/[size]/route";
import { LIMITS } from "@/lib/domain/limits/limits";
import { MAX_PICTURE_BYTES } from "@/lib/domain/portraits/crop";
import { env } from "@/lib/env";
import { hashOf } from "@/lib/server/callers/secrets";
import { db } from "@/lib/server/postgres/db";
import { profile } from "@/lib/server/queries/people/profile";
import { startApi } from "@/tests/support/api-server";
import { addMember, emptyHouse } from "@/tests/support/scenes/at-the-door";

const TOKEN = `plnm_${"p".repeat(43)}`;
const RED = { r: 220, g: 20, b: 20 };
const BLUE = { r: 20, g: 20, b: 220 };

let api: Awaited<ReturnType<typeof startApi>>;

beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api.stop());

beforeEach(async () => {
  await emptyHouse();
  await rm(join(env().PLENUM_FILES, "portraits"), { recursive: true, force: true });
  const personId = await addMember("ada");
  const data = { personId, name: "test", tokenHash: hashOf(TOKEN), scopes: ["read", "write"] };
  await db().accessToken.create({ data });
});

describe("a portrait", () => {
  it("is drawn anew in two sizes from whatever kind of picture came in, and shown by its key", async () => {
    for (const kind of ["jpeg", "png", "webp", "gif", "avif"] as const) {
      const key = await setPortrait(await plain(300, 200, RED).toFormat(kind).toBuffer());
      for (const [size, side] of [["small", 96] as const, ["large", 512] as const]) {
        const picture = sharp(await fetched(key, size));
        await expect(picture.metadata(), kind).resolves.toMatchObject({ format: "webp", width: side, height: side });
        expect(await colourAt(picture, 0.5, 0.5), kind).toEqual(about(RED));
      }
      await expect(profile(null, { handle: "ada" })).resolves.toMatchObject({ portrait: key });
    }
  });

  it("is cut where its person says, and in the middle where they say nothing", async () => {
    const picture = await halves(400, 200).png().toBuffer();
    expect(await colourOf(await setPortrait(picture, "?x=0&y=0&size=1"))).toEqual(about(RED));
    expect(await colourOf(await setPortrait(picture, "?x=0.5&y=0&size=1"))).toEqual(about(BLUE));
    expect(await colourOf(await setPortrait(picture, "?x=1&y=1&size=0.2"))).toEqual(about(BLUE));
    const middle = sharp(await fetched(await setPortrait(picture), "large"));
    expect(await colourAt(middle, 0.25, 0.5)).toEqual(about(RED));
    expect(await colourAt(middle, 0.75, 0.5)).toEqual(about(BLUE));
    for (const crop of ["?x=-1", "?size=2", "?size=NaN", "?y=up"]) {
      expect((await put(picture, crop)).status, crop).toBe(422);
    }
  });

  it("stands the right way up however the camera was held, and the square is that of the picture as it is looked at", async () => {
    // Stored lying on its side: red on the left is red on top once it is turned by a quarter.
    const turned = await halves(400, 200).withMetadata({ orientation: 6 }).jpeg().toBuffer();
    expect(await colourOf(await setPortrait(turned, "?x=0&y=0&size=1"))).toEqual(about(RED));
    expect(await colourOf(await setPortrait(turned, "?x=0&y=1&size=1"))).toEqual(about(BLUE));
  });

  it("says nothing of where and by what it was taken", async () => {
    const exif = { IFD0: { Make: "Secretcam" }, IFD3: { GPSLatitudeRef: "N", GPSLatitude: "52/1 31/1 0/1" } };
    const picture = await plain(64, 64, RED).withExif(exif).jpeg().toBuffer();
    expect((await sharp(picture).metadata()).exif?.includes("Secretcam")).toBe(true);
    const kept = await fetched(await setPortrait(picture), "large");
    const { exif: kept_exif, xmp, iptc, icc } = await sharp(kept).metadata();
    expect([kept_exif, xmp, iptc, icc]).toEqual([undefined, undefined, undefined, undefined]);
    expect(kept.includes("Secretcam")).toBe(false);
  });

  it("stands still where the picture moves", async () => {
    const frames = await Promise.all([RED, BLUE].map((colour) => plain(80, 80, colour).png().toBuffer()));
    const moving = await sharp(frames, { join: { animated: true } })
      .gif({ delay: [100, 100] })
      .toBuffer();
    expect((await sharp(moving).metadata()).pages).toBe(2);
    const key = await setPortrait(moving);
    expect((await sharp(await fetched(key, "large")).metadata()).pages).toBeUndefined();
    expect(await colourOf(key)).toEqual(about(RED));
  });

  it("takes the one before out of the house, and is itself gone at a word", async () => {
    const first = await setPortrait(await plain(64, 64, RED).png().toBuffer());
    const second = await setPortrait(await plain(64, 64, RED).png().toBuffer());
    expect(second).not.toBe(first);
    expect((await get(first, "large")).status).toBe(404);
    expect(await filesKept()).toHaveLength(2);
    for (const _ of [1, 2]) expect((await ask("DELETE", "/api/me/portrait")).status).toBe(204);
    expect((await get(second, "small")).status).toBe(404);
    expect(await filesKept()).toEqual([]);
    await expect(profile(null, { handle: "ada" })).resolves.toMatchObject({ portrait: null });
  });

  it("leaves one portrait where two are set at once", async () => {
    const pictures = await Promise.all([RED, BLUE, RED, BLUE].map((colour) => plain(64, 64, colour).png().toBuffer()));
    const answers = await Promise.all(pictures.map((picture) => put(picture)));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
    expect(await filesKept()).toHaveLength(2);
    const { portrait } = (await profile(null, { handle: "ada" })) ?? {};
    expect((await get(portrait ?? "", "large")).status).toBe(200);
  });

  it("is kept by every browser for good, and is never more than a picture", async () => {
    const key = await setPortrait(await plain(64, 64, RED).png().toBuffer());
    const { status, headers } = await fetch(`http://127.0.0.1:${api.port}/api/portraits/${key}/small`, LOCALHOST);
    expect(status).toBe(200);
    expect(Object.fromEntries(headers)).toMatchObject({
      "content-type": "image/webp",
      "cache-control": "public, max-age=31536000, immutable",
      "x-content-type-options": "nosniff",
      "cross-origin-resource-policy": "same-origin",
      "content-security-policy": expect.stringContaining("default-src 'none'"),
    });
    for (const wrong of ["../../etc/passwd", `${key}x`, key.toUpperCase(), ""]) {
      if (wrong !== key) expect((await get(wrong, "small")).status, wrong).toBe(404);
    }
    expect((await get(key, "huge")).status).toBe(404);
  });
});

describe("what is no portrait", () => {
  it.each<[string, () => Promise<Buffer> | Buffer]>([
    ["nothing", () => Buffer.alloc(0)],
    ["text", () => Buffer.from("a picture, honestly")],
    ["SVG with script", () => svg("<script>alert(1)</script>")],
    ["SVG behind a comment", () => Buffer.concat([Buffer.from("<!-- \x89PNG -->"), svg("")])],
    ["PDF", () => Buffer.from("%PDF-1.7\n1 0 obj<<>>endobj")],
    ["TIFF", () => plain(20, 20, RED).tiff().toBuffer()],
    ["HTML that calls itself GIF", () => Buffer.from("GIF89a<script>alert(1)</script>")],
    ["SVG that begins as JPEG", () => Buffer.concat([Buffer.from([0xff, 0xd8, 0xff]), svg("")])],
    ["a picture cut off in the middle", async () => (await noise(400).jpeg().toBuffer()).subarray(0, 9_000)],
    ["a PNG cut off in the middle", async () => (await noise(400).png().toBuffer()).subarray(0, 90_000)],
    ["a head without a picture", async () => (await plain(40, 40, RED).png().toBuffer()).subarray(0, 33)],
  ])("is %s: refused by what the bytes are, whatever they are called", async (_, make) => {
    await expectRefused(await make(), "not_a_picture", 422);
  });

  it("is a bomb: its pixels are counted before one of them is drawn", async () => {
    for (const [width, height] of [
      [30_000, 30_000],
      [2_147_483_647, 1],
      [0, 10],
    ] as const) {
      const bomb = pngOf(width, height);
      expect(bomb.length).toBeLessThan(100_000);
      const answer = await put(bomb);
      expect(answer.status, `${width} × ${height}`).toBe(422);
    }
    await expectRefused(pngOf(30_000, 30_000), "too_many_pixels", 422);
    expect(process.memoryUsage().rss).toBeLessThan(1.5e9);
  });

  it("is what is too large, said or found out", async () => {
    const large = Buffer.alloc(MAX_PICTURE_BYTES + 1, 0xff);
    await expectRefused(large, "picture_too_large", 413);
    const unsaid = new ReadableStream({ pull: (controller) => controller.enqueue(large.subarray(0, 1024 * 1024)) });
    const answer = await PUT(requestOf("PUT", "/api/me/portrait", unsaid), NO_PARAMS);
    expect(answer.status).toBe(413);
  });

  it("is harmless where it is a picture and something else too: none of the other is kept", async () => {
    const page = "<html><script>alert(document.domain)</script></html>";
    const polyglot = Buffer.concat([await plain(64, 64, RED).jpeg().toBuffer(), Buffer.from(page)]);
    const key = await setPortrait(polyglot);
    for (const size of ["small", "large"] as const) {
      const kept = await fetched(key, size);
      expect(kept.includes("script") || kept.includes("html")).toBe(false);
      await expect(sharp(kept).metadata()).resolves.toMatchObject({ format: "webp" });
    }
    const commented = await plain(64, 64, RED)
      .withXmp(`<x:xmpmeta xmlns:x="adobe:ns:meta/">${page}</x:xmpmeta>`)
      .jpeg();
    expect((await fetched(await setPortrait(await commented.toBuffer()), "large")).includes("script")).toBe(false);
  });

  it("is what guests and strangers send, and what comes too often", async () => {
    const picture = await plain(20, 20, RED).png().toBuffer();
    const stranger = new Request("http://localhost:3000/api/me/portrait", {
      method: "PUT",
      body: new Uint8Array(picture),
    });
    expect((await PUT(stranger, NO_PARAMS)).status).toBe(401);
    const answers: number[] = [];
    for (let time = 0; time <= LIMITS.portraitsOfPerson.points; time++)
      answers.push((await put(Buffer.from("x"))).status);
    expect(answers.at(0)).toBe(422);
    expect(answers.at(-1)).toBe(429);
  });
});

const NO_PARAMS = { params: Promise.resolve(undefined) };
const LOCALHOST = { headers: { host: "localhost:3000" } };

function requestOf(method: string, path: string, body?: BodyInit): Request {
  const headers = { authorization: `Bearer ${TOKEN}`, "content-type": "image/png" };
  const sent = body === undefined ? {} : { body, duplex: "half" };
  return new Request(`http://localhost:3000${path}`, { method, headers, ...sent });
}

const ask = (method: "DELETE", path: string) => DELETE(requestOf(method, path), NO_PARAMS);

const put = (picture: Buffer, crop = ""): Promise<Response> =>
  PUT(requestOf("PUT", `/api/me/portrait${crop}`, new Uint8Array(picture)), NO_PARAMS);

async function setPortrait(picture: Buffer, crop = ""): Promise<string> {
  const answer = await put(picture, crop);
  const body = await answer.json();
  expect(body).toMatchObject({ person: { handle: "ada", portrait: expect.stringMatching(/^[0-9a-f]{32}$/) } });
  return body.person.portrait;
}

const get = (key: string, size: string): Promise<Response> =>
  GET(new Request("http://localhost:3000/"), { params: Promise.resolve({ key, size }) });

async function fetched(key: string, size: "small" | "large"): Promise<Buffer> {
  const answer = await get(key, size);
  expect(answer.status).toBe(200);
  return Buffer.from(await answer.arrayBuffer());
}

async function expectRefused(picture: Buffer, code: string, status: number): Promise<void> {
  const answer = await put(picture);
  expect([answer.status, (await answer.json()).error.code]).toEqual([status, code]);
  expect(await filesKept()).toEqual([]);
}

const filesKept = (): Promise<string[]> => readdir(join(env().PLENUM_FILES, "portraits")).catch(() => []);

type Colour = typeof RED;

const plain = (width: number, height: number, background: Colour) =>
  sharp({ create: { width, height, channels: 3, background } });

/** Red on the left, blue on the right. */
const halves = (width: number, height: number) =>
  plain(width, height, BLUE).composite([
    { input: { create: { width: width / 2, height, channels: 3, background: RED } }, left: 0, top: 0 },
  ]);

const noise = (side: number) =>
  sharp({
    create: {
      width: side,
      height: side,
      channels: 3,
      background: RED,
      noise: { type: "gaussian", mean: 128, sigma: 40 },
    },
  });

async function colourAt(picture: ReturnType<typeof sharp>, across: number, down: number): Promise<Colour> {
  const { data, info } = await picture.clone().removeAlpha().raw().toBuffer({ resolveWithObject: true });
  const at = (Math.floor(info.height * down) * info.width + Math.floor(info.width * across)) * info.channels;
  return { r: data[at] ?? -1, g: data[at + 1] ?? -1, b: data[at + 2] ?? -1 };
}

const colourOf = async (key: string): Promise<Colour> => colourAt(sharp(await fetched(key, "large")), 0.5, 0.5);

const about = ({ r, g, b }: Colour) => ({
  r: expect.closeTo(r, -1.5),
  g: expect.closeTo(g, -1.5),
  b: expect.closeTo(b, -1.5),
});

const svg = (inside: string): Buffer =>
  Buffer.from(
    `<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><rect width="9" height="9"/>${inside}</svg>`,
  );

/** A PNG of so many pixels whose rows are zeroes that pack to almost nothing. */
function pngOf(width: number, height: number): Buffer {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 2, 0, 0, 0], 8);
  const rows = deflateSync(Buffer.alloc(2_000_000), { level: 9 });
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([signature, chunk("IHDR", head), chunk("IDAT", rows), chunk("IEND", Buffer.alloc(0))]);
}

function chunk(type: string, content: Buffer): Buffer {
  const typed = Buffer.concat([Buffer.from(type, "latin1"), content]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(content.length);
  sum.writeUInt32BE(crc32(typed));
  return Buffer.concat([length, typed, sum]);
}

/** Source: PNG 3, annex D. */
function crc32(bytes: Buffer): number {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  return ~crc >>> 0;
}
