import { afterAll, beforeAll, expect, it } from "vitest";
import { storeInBucket } from "@/lib/server/portraits/in-bucket";
import { type Bucket, openBucket } from "@/tests/support/s3-bucket";

const PORTRAITS = { folder: "portraits", type: "image/webp" };

let bucket: Bucket;

beforeAll(async () => {
  bucket = await openBucket();
});
afterAll(() => bucket.close());

it("keeps, gives and forgets a portrait in a bucket, each time signed", async () => {
  const store = storeInBucket({ ...bucket, address: `${bucket.address}/` }, PORTRAITS);
  const picture = Buffer.from([0, 255, 1, 254]);
  await expect(store.get("a-96.webp")).resolves.toBeNull();
  await store.put("a-96.webp", picture);
  expect([...bucket.objects.keys()]).toEqual(["/plenum/portraits/a-96.webp"]);
  expect((await store.get("a-96.webp"))?.equals(picture)).toBe(true);
  for (const _ of [1, 2]) await store.delete("a-96.webp");
  await expect(store.get("a-96.webp")).resolves.toBeNull();
});

it("says so where the bucket does not take it", async () => {
  const stranger = storeInBucket({ ...bucket, secret: "another" }, PORTRAITS);
  await expect(stranger.put("b-96.webp", Buffer.from("x"))).rejects.toThrow("403");
  bucket.isFull = true;
  const store = storeInBucket(bucket, PORTRAITS);
  await expect(store.put("b-96.webp", Buffer.from("x"))).rejects.toThrow("400");
  expect(bucket.objects.size).toBe(0);
});
