import { setTimeout as sleep } from "node:timers/promises";
import { expect } from "vitest";
import { POST as writeChat } from "@/app/api/rooms/[roomId]/chat/route";
import { POST as react } from "@/app/api/rooms/[roomId]/reactions/route";
import { db } from "@/lib/server/postgres/db";
import { runAnnouncer } from "@/lib/worker/announcer";
import type { FakeMedia } from "@/tests/support/fake-media";
import { it } from "@/tests/support/scenes/scene-test";

/** What the room was told of reactions, message by message. */
const told = (media: FakeMedia) =>
  media.sent.flatMap(({ message, to, at }) =>
    "reactions" in message && message.reactions ? [{ reactions: message.reactions, to, at }] : [],
  );

const sum = (media: FakeMedia, reaction: string): number =>
  told(media).reduce((all, { reactions }) => all + (reactions[reaction] ?? 0), 0);

async function withAnnouncer(act: () => Promise<void>): Promise<void> {
  const stop = new AbortController();
  const running = runAnnouncer("one", stop.signal);
  try {
    await act();
  } finally {
    stop.abort();
    await running;
  }
}

async function until(holds: () => boolean): Promise<void> {
  const end = performance.now() + 8_000;
  while (!holds() && performance.now() < end) await sleep(20);
  expect(holds()).toBe(true);
}

it("reactions of many reach everyone as one sum, at most once a second, and are no rows", async ({ scene, media }) => {
  await withAnnouncer(async () => {
    await until(() => media.sent.length > 0);
    for (const who of ["ada", "cleo", "dev", "finn"] as const) {
      expect((await scene.ask(who, react, { body: { reaction: "👏", count: 3 } })).status).toBe(204);
      expect((await scene.ask(who, react, { body: { reaction: "🔥" } })).status).toBe(204);
    }
    await until(() => sum(media, "👏") === 12 && sum(media, "🔥") === 4);
  });
  expect(told(media).every(({ to }) => to.length === 0)).toBe(true);
  for (const [index, { at }] of told(media).entries()) {
    const next = told(media)[index + 1];
    if (next) expect(next.at - at).toBeGreaterThan(700);
  }
  expect(await db().roomEvent.count({ where: { roomId: scene.roomId } })).toBe(0);
});

it("a guest in the audience reacts; whoever holds no seat does not, and nothing is told", async ({ scene, media }) => {
  await db().person.update({ where: { id: scene.id.dev }, data: { kind: "guest", handle: null } });
  expect((await scene.ask("dev", react, { body: { reaction: "👏" } })).status).toBe(204);
  expect(await scene.ask("eve", react, { body: { reaction: "😂" } })).toMatchObject({ status: 409, code: "no_seat" });
  await withAnnouncer(() => until(() => media.sent.length > 0));
  expect(sum(media, "😂")).toBe(0);
});

it("only the six of the picker are taken, and ten of them at once", async ({ scene }) => {
  for (const body of [{ reaction: "💩" }, { reaction: "👏", count: 11 }, { reaction: "👏", count: 0 }, {}]) {
    expect(await scene.ask("dev", react, { body })).toMatchObject({ status: 422 });
  }
});

it("one person's drumming is stopped, and stops nobody else", async ({ scene }) => {
  const body = { reaction: "👏", count: 10 };
  expect((await scene.ask("dev", react, { body })).status).toBe(204);
  expect((await scene.ask("dev", react, { body })).status).toBe(204);
  expect(await scene.ask("dev", react, { body })).toMatchObject({ status: 429, code: "too_many" });
  expect((await scene.ask("finn", react, { body })).status).toBe(204);
});

it("lines of a busy chat travel together, once a second, and the moderators' are sent to them alone", async ({
  scene,
  media,
}) => {
  const write = (channel: "room" | "moderators", text: string) =>
    scene.ask("ada", writeChat, { body: { text, channel } });
  const pulses = () => media.sent.filter(({ message }) => "chat" in message || "moderatorsChat" in message);
  const linesOf = (channel: "chat" | "moderatorsChat") =>
    media.sent.flatMap(({ message }) => (Array.isArray(message) ? [] : (message[channel]?.lines ?? [])));
  await withAnnouncer(async () => {
    await until(() => media.sent.length > 0);
    for (let number = 1; number <= 4; number++)
      expect((await write("room", `line ${number}`)).status).toBeLessThan(300);
    expect((await write("moderators", "who is next?")).status).toBeLessThan(300);
    await until(() => linesOf("chat").length === 4 && linesOf("moderatorsChat").length === 1);
  });
  expect(linesOf("chat").map(({ text }) => text)).toEqual(["line 1", "line 2", "line 3", "line 4"]);
  expect(pulses().length).toBeLessThan(5);
  for (const { message, to } of pulses()) {
    const isModerators = "moderatorsChat" in message;
    expect(to.toSorted()).toEqual(isModerators ? [scene.id.ada, scene.id.ben].toSorted() : []);
    expect(isModerators && "chat" in message).toBe(false);
  }
});
