import { describe, expect } from "vitest";
import { goLive } from "@/lib/server/admission/go-live";
import { db } from "@/lib/server/postgres/db";
import { inTransaction } from "@/lib/server/postgres/in-transaction";
import { liveRooms } from "@/lib/server/queries/hallway/live-rooms";
import { planRoom } from "@/tests/support/scenes/planned-room";
import { it } from "@/tests/support/scenes/scene-test";

describe("a hallway that was read a moment ago", () => {
  it("has a room that begins now, however long ago it was planned, and none that ends now", async ({ scene }) => {
    const { dev, ada } = scene.id;
    const listed = async () => (await liveRooms({ id: dev })).rooms.map(({ id }) => id);
    const planned = await planRoom(ada);
    await db().room.update({ where: { id: planned }, data: { createdAt: new Date(Date.now() - 86_400_000) } });
    expect(await listed()).not.toContain(planned);

    await inTransaction((tx) => goLive(tx, planned, { personId: ada, now: new Date() }));
    expect(await listed()).toContain(planned);
    const opened = await db().room.create({
      data: { title: "Now", language: "en", status: "live", liveAt: new Date(), capacity: 50, createdById: ada },
    });
    expect(await listed()).toEqual(expect.arrayContaining([planned, opened.id]));

    await db().room.update({ where: { id: planned }, data: { status: "ended" } });
    expect(await listed()).not.toContain(planned);
  });
});
