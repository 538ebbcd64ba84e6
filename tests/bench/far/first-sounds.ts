import type { BareClient } from "@/tests/support/bare-client";
import { firstSoundMs, timeFirstSound } from "@/tests/support/first-sound";
import { type Scene, takeSeat } from "./scene";

/** A person looks at a page before they tap; its idle work is done by then. */
const LOOK_MS = 2_000;

/** Click to first sound in ms, of the room's page and of a page that has its token already and only connects, in turns; null where none came. */
export async function firstSounds(scene: Scene, samples: number) {
  const room: (number | null)[] = [];
  const bare: (number | null)[] = [];
  for (let turn = 0; turn < samples; turn++) {
    room.push(await fromRoom(scene));
    bare.push(await fromBarePage(scene));
  }
  return { room, bare };
}

async function fromRoom({ far, product, roomId }: Scene): Promise<number | null> {
  const { page: dev } = await far("dev");
  await dev.addInitScript(timeFirstSound);
  await dev.goto(`${product.url}/rooms/${roomId}`);
  await dev.waitForTimeout(LOOK_MS);
  await dev.getByRole("button", { name: "Listen", exact: true }).click();
  const time = await firstSoundMs(dev);
  await dev.context().close();
  return time;
}

async function fromBarePage({ far, bareUrl, roomId }: Scene): Promise<number | null> {
  const { page: dev } = await far("dev");
  await dev.addInitScript(timeFirstSound);
  await dev.goto(bareUrl);
  const { media } = await takeSeat(dev.context(), roomId);
  type Bare = Window & { bare: BareClient };
  await dev.evaluate((pass) => (window as unknown as Bare).bare.connectOnClick(pass.url, pass.token), media);
  await dev.waitForTimeout(LOOK_MS / 2);
  await dev.getByRole("button").click();
  const time = await firstSoundMs(dev);
  await dev.context().close();
  return time;
}
