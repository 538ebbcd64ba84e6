import { expect, it } from "vitest";
import type { DueEvent } from "@/lib/server/announcing/due-events";
import type { RoomHappening } from "@/lib/wire/rooms/announcements";
import { bundlePeople, bundleStream, sumHands } from "@/lib/worker/bundle-events";

const CHANGED: RoomHappening = { type: "role_changed", personId: "x".repeat(36), role: "speaker" };
const HAND: RoomHappening = { type: "hand_lowered", personId: "x".repeat(36), reason: "lowered" };

const event = (
  version: number,
  audience: DueEvent["audience"],
  { toId = null, happening = CHANGED }: { toId?: string | null; happening?: RoomHappening } = {},
): DueEvent => ({ version, prev: version - 1, audience, toId, happening, at: "2026-01-01T12:00:00.000Z" });

const range = (count: number): number[] => Array.from({ length: count }, (_, index) => index + 1);

it("what is due at once is one message, in its order, and does not say to whom else something went", () => {
  const { bundle, taken } = bundleStream("everyone", [event(1, "everyone"), event(3, "everyone")]);
  expect(bundle.announcements.map(({ version }) => version)).toEqual([1, 3]);
  expect(bundle.announcements.some((announcement) => "toId" in announcement)).toBe(false);
  expect(taken).toHaveLength(2);
});

it("a long stream is cut into messages that LiveKit takes, and nothing of it is lost", () => {
  let waiting = range(200).map((version) => event(version, "everyone"));
  const sent: number[] = [];
  for (let messages = 0; waiting.length > 0; messages++) {
    const { bundle, taken } = bundleStream("everyone", waiting);
    expect(JSON.stringify(bundle.announcements).length).toBeLessThan(14_000);
    sent.push(...bundle.announcements.map(({ version }) => version));
    waiting = waiting.slice(taken.length);
    expect(messages).toBeLessThan(10);
  }
  expect(sent).toEqual(range(200));
});

it("a burst of hands is one word that the queue has to be read, and what else happened is still named", () => {
  const events = range(30).map((version) =>
    event(version, "moderators", { happening: version === 7 ? CHANGED : HAND }),
  );
  const summed = sumHands(events, 12);
  expect(summed.map(({ version, prev, happening }) => [version, prev, happening?.type])).toEqual([
    [7, 0, "role_changed"],
    [30, 7, "hands_changed"],
  ]);
  expect(summed.at(-1)?.happening).toEqual({ type: "hands_changed", open: 12 });
});

it("a few hands are each named", () => {
  const events = range(5).map((version) => event(version, "moderators", { happening: HAND }));
  expect(sumHands(events, 5)).toEqual(events);
});

it("two people are told in a message each; many are told at once to read what is theirs, and of nobody else", () => {
  const to = (toId: string, version: number) => event(version, "person", { toId });
  const first = bundlePeople([to("dev", 1), to("finn", 2), to("dev", 4)]);
  expect(first?.bundle).toMatchObject({ to: ["dev"], announcements: [{ version: 1 }, { version: 4 }] });
  const many = bundlePeople([to("dev", 1), to("finn", 2), to("gil", 4)]);
  expect(many?.bundle.to).toEqual(["dev", "finn", "gil"]);
  expect(many?.bundle.announcements).toMatchObject([{ audience: "person", prev: 4, version: 4, happening: null }]);
  expect(many?.taken).toHaveLength(3);
});
