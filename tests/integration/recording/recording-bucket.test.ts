import { afterAll, beforeAll, beforeEach, expect } from "vitest";
import { DELETE as remove } from "@/app/api/rooms/[roomId]/recordings/[recordingId]/route";
import { db } from "@/lib/server/postgres/db";
import { keepRecordings } from "@/lib/server/recording/drop-recordings";
import { type Bucket, openBucket } from "@/tests/support/s3-bucket";
import { about, hear, recorded } from "@/tests/support/scenes/recorded";
import { it } from "@/tests/support/scenes/scene-test";

const NO_LIMITS = { days: null, bytes: null };

let bucket: Bucket;

beforeAll(async () => {
  bucket = await openBucket();
  process.env.PLENUM_BUCKET = bucket.address;
  process.env.PLENUM_BUCKET_KEY = bucket.key;
  process.env.PLENUM_BUCKET_SECRET = bucket.secret;
});
afterAll(() => bucket.close());
beforeEach(() => {
  bucket.isFull = false;
  bucket.objects.clear();
});

it("a recording lies in the bucket piece by piece, and is heard from there, whole and by ranges", async ({ scene }) => {
  const id = await recorded(scene);
  expect([...bucket.objects].map(([path, bytes]) => `${path} ${bytes}`)).toEqual([
    `/plenum/recordings/${id}-0.ogg 0123456789`,
    `/plenum/recordings/${id}-1.ogg abcdef`,
  ]);
  expect(await (await hear(scene.roomId, id)).text()).toBe("0123456789abcdef");
  for (const [range, text] of [
    ["bytes=8-11", "89ab"],
    ["bytes=-3", "def"],
    ["bytes=0-0", "0"],
  ] as const) {
    const part = await hear(scene.roomId, id, { headers: { range } });
    expect([part.status, part.headers.get("content-length"), await part.text()]).toEqual([206, `${text.length}`, text]);
  }
});

it("a deleted recording is gone from the bucket", async ({ scene }) => {
  const id = await recorded(scene);
  expect((await about(scene, id, "ada", remove)).status).toBe(204);
  expect([...bucket.objects.keys()]).toEqual([]);
  expect((await hear(scene.roomId, id)).status).toBe(404);
});

it("a bucket that does not answer hides a deleted recording at once, and its files go later", async ({ scene }) => {
  const id = await recorded(scene);
  bucket.isFull = true;
  expect((await about(scene, id, "ada", remove)).status).toBe(500);
  expect((await hear(scene.roomId, id)).status).toBe(404);
  expect(bucket.objects.size).toBe(2);
  bucket.isFull = false;
  await keepRecordings(new Date(), NO_LIMITS);
  expect(bucket.objects.size).toBe(0);
  expect(await db().recordingPiece.count()).toBe(0);
});
