import { expect, it } from "vitest";
import type { DueEvent } from "@/lib/server/announcing/due-events";
import { bundleEvents } from "@/lib/worker/bundle-events";

const event = (version: number, audience: DueEvent["audience"], toId: string | null = null): DueEvent => ({
  version,
  prev: 0,
  audience,
  toId,
  happening: { type: "role_changed", personId: "x".repeat(36), role: "speaker" },
  at: "2026-01-01T12:00:00.000Z",
});

it("what is due at once is one message for each audience, everyone's first, each in its order", () => {
  const bundles = bundleEvents([
    event(1, "moderators"),
    event(2, "person", "dev"),
    event(3, "everyone"),
    event(4, "moderators"),
    event(5, "person", "finn"),
    event(6, "everyone"),
  ]);
  expect(
    bundles.map(({ audience, toId, announcements }) => [audience, toId, announcements.map((a) => a.version)]),
  ).toEqual([
    ["everyone", null, [3, 6]],
    ["moderators", null, [1, 4]],
    ["person", "dev", [2]],
    ["person", "finn", [5]],
  ]);
  expect(bundles.flatMap((bundle) => bundle.announcements).every((announcement) => !("toId" in announcement))).toBe(
    true,
  );
});

it("a long stream is cut into messages that LiveKit takes, and nothing of it is lost", () => {
  const bundles = bundleEvents(Array.from({ length: 200 }, (_, index) => event(index + 1, "everyone")));
  expect(bundles.length).toBeGreaterThan(1);
  for (const bundle of bundles) expect(JSON.stringify(bundle.announcements).length).toBeLessThan(14_000);
  expect(bundles.flatMap((bundle) => bundle.announcements.map((a) => a.version))).toEqual(
    Array.from({ length: 200 }, (_, index) => index + 1),
  );
});
