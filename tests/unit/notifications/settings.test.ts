import { describe, expect, it } from "vitest";
import {
  channelsNow,
  isQuiet,
  isWanted,
  NOTIFICATION_WISHES,
  type NotificationSettings,
} from "@/lib/domain/notifications/settings";

const noon = new Date("2026-12-01T12:00:00Z");
const plain: NotificationSettings = { changed: [], pausedUntil: null, quiet: null };
const told = (settings: Partial<NotificationSettings>, muted = false) =>
  channelsNow("went_live", { ...plain, ...settings }, { now: noon, muted });

describe("who is told, by which channel", () => {
  it("is told of everything in the app and in a mail at first, by push of what has to be heard now, and no mail reminds of an episode", () => {
    const wanted = NOTIFICATION_WISHES.filter((wish) => {
      const [kind, channel] = wish.split(".") as ["ping", "app"];
      return isWanted([], kind, channel);
    });
    expect(wanted.filter((wish) => wish.endsWith(".push"))).toEqual([
      "went_live.push",
      "ping.push",
      "show.push",
      "episode.push",
      "episode_change.push",
    ]);
    expect(NOTIFICATION_WISHES.filter((wish) => !wanted.includes(wish))).toEqual([
      "speaking.push",
      "follow.push",
      "club.push",
      "episode.mail",
    ]);
  });

  it("turns one cell of the table and no other", () => {
    expect(told({ changed: ["went_live.push"] })).toEqual(["app"]);
    expect(told({ changed: ["went_live.app"] })).toEqual(["push"]);
    expect(told({ changed: ["speaking.push", "ping.app"] })).toEqual(["app", "push"]);
    expect(channelsNow("speaking", { ...plain, changed: ["speaking.push"] }, { now: noon, muted: false })).toEqual([
      "app",
      "push",
    ]);
  });

  it("is told nothing at all of somebody muted", () => expect(told({}, true)).toEqual([]));

  it("disturbs nobody in a pause, and still keeps the list", () => {
    expect(told({ pausedUntil: new Date("2026-12-01T12:00:01Z") })).toEqual(["app"]);
    expect(told({ pausedUntil: noon })).toEqual(["app", "push"]);
  });

  it("is quiet in the person's own hours, wherever they are", () => {
    const quiet = { from: 22 * 60, until: 8 * 60 };
    expect(told({ quiet: { ...quiet, zone: "Europe/Berlin" } })).toEqual(["app", "push"]);
    expect(told({ quiet: { ...quiet, zone: "Asia/Tokyo" } })).toEqual(["app", "push"]);
    expect(told({ quiet: { ...quiet, zone: "Pacific/Auckland" } })).toEqual(["app"]);
    expect(told({ quiet: { ...quiet, zone: "America/Los_Angeles" } })).toEqual(["app"]);
  });

  it.each([
    ["the first minute is quiet", { from: 720, until: 780 }, true],
    ["the last is not any more", { from: 600, until: 720 }, false],
    ["over midnight", { from: 719, until: 10 }, true],
    ["over midnight, by day", { from: 1_200, until: 720 }, false],
    ["from and until alike are the whole day", { from: 5, until: 5 }, true],
  ])("%s", (_, hours, quiet) => expect(isQuiet({ ...hours, zone: "UTC" }, noon)).toBe(quiet));
});
