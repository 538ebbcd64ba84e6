import type { Network } from "@/tests/support/network/cuttable-network";
import { expectTone } from "./hear";
import { test as networks } from "./networks";
import type { Person } from "./people";
import { bringUp, listen, openTheStage, speak } from "./room-page";
import { TONES } from "./tone";

/** `networks`: of Ada, Cleo and Dev. */
export type Scene = { roomId: string; ada: Person; cleo: Person; dev: Person; ben: Person; networks: Network[] };
/** Tests with a room in which Ada hosts and Cleo and Ben speak, all talking, and Dev listens with a hand up. Ben's network stays. */
export const test = networks.extend<{ scene: Scene }>({
  scene: async ({ arrive, openNetwork }, use) => {
    const networks = [await openNetwork(), await openNetwork(), await openNetwork()];
    const [ada, cleo, dev] = await Promise.all([
      arrive("ada", { network: networks[0] }),
      arrive("cleo", { network: networks[1] }),
      arrive("dev", { network: networks[2] }),
    ]);
    const ben = await arrive("ben");
    const title = "A train through tunnels";
    const { room } = await ada.call<{ room: { id: string } }>("POST", "/api/rooms", { title }, 201);
    const scene = { roomId: room.id, ada, cleo, dev, ben, networks };
    try {
      await fill(scene);
      await use(scene);
    } finally {
      for (const network of networks) network.mend();
      // A page whose room ends goes to the hallway; its network closes with the test.
      await Promise.all([ada, cleo, dev].map(({ page }) => page.close()));
      await ada.call("DELETE", `/api/rooms/${room.id}`);
    }
  },
});

async function fill({ roomId, ada, cleo, dev, ben }: Scene): Promise<void> {
  await openTheStage(ada, roomId);
  await Promise.all([cleo, ben, dev].map((person) => listen(person, roomId)));
  for (const person of [cleo, ben]) {
    await bringUp(ada, person, roomId);
    await speak(person);
  }
  await dev.call("POST", `/api/rooms/${roomId}/hand`, { question: "Why at night?" });
  for (const [person, tone] of [
    [dev, TONES.ada],
    [ada, TONES.ben],
    [cleo, TONES.ben],
    [ben, TONES.cleo],
    [ben, TONES.ada],
  ] as const)
    await expectTone(person.page, tone);
}
