import { expect } from "vitest";
import { PATCH as editMe } from "@/app/api/me/route";
import { GET as readProfile } from "@/app/api/people/[personId]/route";
import { GET as findPeople } from "@/app/api/rooms/[roomId]/people/route";
import { db } from "@/lib/server/postgres/db";
import { readRoomView } from "@/lib/server/queries/rooms/read-room-view";
import type { PersonFace } from "@/lib/wire/people/views";

import { it } from "@/tests/support/scenes/scene-test";
import type { Scene } from "@/tests/support/scenes/stage-scene";

const DAY_MS = 24 * 60 * 60 * 1_000;

/** Whether others see Dev's hat: in the room, in a search, in the profile. */
async function seen(scene: Scene): Promise<boolean[]> {
  const view = await readRoomView(scene.roomId);
  const found = await scene.ask("finn", findPeople, { search: `?id=${scene.id.dev}` });
  const profile = await scene.ask("finn", readProfile, { personId: scene.id.dev, search: "?" });
  const faces = [
    view?.audience.find(({ id }) => id === scene.id.dev),
    (found.body as { people: PersonFace[] }).people[0],
    profile.body as PersonFace | null,
  ];
  return faces.map((face) => face?.isNew ?? false);
}

it("somebody new wears a hat until they hide it, and again when they show it; nobody else's changes", async ({
  scene,
}) => {
  expect(await seen(scene)).toEqual([true, true, true]);
  expect(await scene.ask("dev", editMe, { body: { hideHat: true } })).toMatchObject({
    status: 200,
    body: { person: { isNew: false } },
  });
  expect(await seen(scene)).toEqual([false, false, false]);
  expect((await readRoomView(scene.roomId))?.stage.every(({ isNew }) => isNew)).toBe(true);
  await scene.ask("dev", editMe, { body: { name: "Dev" } });
  expect(await seen(scene)).toEqual([false, false, false]);
  await scene.ask("dev", editMe, { body: { hideHat: false } });
  expect(await seen(scene)).toEqual([true, true, true]);
});

it("on the eighth day nobody wears one", async ({ scene }) => {
  const createdAt = new Date(Date.now() - 7 * DAY_MS);
  await db().person.update({ where: { id: scene.id.dev }, data: { createdAt } });
  expect(await seen(scene)).toEqual([false, false, false]);
});
