import { describe, expect, vi } from "vitest";
import { GET as wait } from "@/app/api/rooms/[roomId]/waiting/route";
import { goLive } from "@/lib/server/admission/go-live";
import { type WaitingEvent, watchWaiting } from "@/lib/server/notify/waiting-hub";
import { hotPool } from "@/lib/server/postgres/db";
import { inTransaction } from "@/lib/server/postgres/in-transaction";
import { planRoom } from "@/tests/support/scenes/planned-room";
import { it } from "@/tests/support/scenes/scene-test";

/** Everything that one page hears, and how it goes away. */
function page(roomId: string) {
  const heard: WaitingEvent[] = [];
  return { heard, leave: watchWaiting(roomId, (event) => heard.push(event)) };
}

const PATIENCE = { timeout: 8_000, interval: 50 };

describe("pages that wait for a planned room", () => {
  it("hear how many wait, also with other processes, and fewer once some go", async ({ scene }) => {
    const roomId = await planRoom(scene.id.ada);
    const [one, other] = [page(roomId), page(roomId)];
    await vi.waitFor(() => expect(one.heard.at(-1)).toEqual({ people: 2, status: "scheduled" }), PATIENCE);
    // A process says it every few seconds: this one may not listen yet when it is said first.
    const said = `${roomId} 11111111-1111-4111-8111-111111111111 40`;
    await vi.waitFor(async () => {
      await hotPool().query("SELECT pg_notify('waiting', $1)", [said]);
      expect(one.heard.at(-1)).toEqual({ people: 42, status: "scheduled" });
    }, PATIENCE);
    other.leave();
    await vi.waitFor(() => expect(one.heard.at(-1)).toMatchObject({ people: 41 }), PATIENCE);
    one.leave();
  });

  it("are not told of each who comes while a crowd does", async ({ scene }) => {
    const roomId = await planRoom(scene.id.ada);
    const first = page(roomId);
    const others: ReturnType<typeof page>[] = [];
    for (let comes = 0; comes < 12; comes++) {
      const other = page(roomId);
      others.push(other);
      await vi.waitFor(() => expect(other.heard.length).toBeGreaterThan(0), PATIENCE);
    }
    expect(first.heard.length).toBeLessThan(others.length / 2);
    await vi.waitFor(() => expect(first.heard.at(-1)).toEqual({ people: 13, status: "scheduled" }), PATIENCE);
    for (const { leave } of [first, ...others]) leave();
  });

  it("hear of a hidden room, too, that it is live, and nothing of another one", async ({ scene }) => {
    const roomId = await planRoom(scene.id.ada, { kind: "closed" });
    const [here, elsewhere] = [page(roomId), page(await planRoom(scene.id.ada))];
    await vi.waitFor(() => expect(here.heard.length).toBeGreaterThan(0), PATIENCE);
    await inTransaction((tx) => goLive(tx, roomId, { personId: scene.id.ada, now: new Date() }));
    await vi.waitFor(() => expect(here.heard.at(-1)).toMatchObject({ status: "live" }), PATIENCE);
    expect(elsewhere.heard.every(({ status }) => status === "scheduled")).toBe(true);
    here.leave();
    elsewhere.leave();
  });

  it("may wait only for a room that they may know of", async ({ scene }) => {
    const roomId = await planRoom(scene.id.ada, { kind: "closed" });
    expect((await scene.ask("eve", wait, { roomId, search: "?" })).status).toBe(404);
  });
});
