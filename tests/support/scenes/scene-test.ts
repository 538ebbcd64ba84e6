import { test } from "vitest";
import { claimWork } from "@/lib/server/postgres/work-lease";
import { sweepOnce } from "@/lib/worker/sweep-once";
import { FakeMedia } from "@/tests/support/fake-media";
import { emptyHouse } from "./at-the-door";
import { openFamily } from "./hall-scene";
import { openScene } from "./stage-scene";

/**
 * A test on the fake media server, which serves all tests of a file. Each test has a `scene` of its own, whether it asks for it or
 * not: a room with the named cast, in an empty house. `family` is that room once it may overflow. `sweep` is a sweep so many seconds
 * after the one before, and `clock` says when that is.
 */
export const it = test
  .extend("media", { scope: "file" }, async () => {
    const media = new FakeMedia();
    await media.start();
    return media;
  })
  .extend("scene", { auto: true }, async ({ media }) => {
    await emptyHouse();
    media.restart();
    const scene = await openScene(media);
    media.calls.length = 0;
    media.sent.length = 0;
    return scene;
  })
  .extend("family", ({ scene }) => openFamily(scene))
  .extend("clock", () => ({ now: new Date() }))
  .extend("sweep", async ({ clock }) => {
    const fence = (await claimWork("sweep", "tests")) ?? -1n;
    return (seconds = 0) => {
      clock.now = new Date(clock.now.getTime() + seconds * 1_000);
      return sweepOnce(fence, () => clock.now);
    };
  });
