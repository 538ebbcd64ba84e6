import { describe, expect, it } from "vitest";
import { digestHeldUntil, nextDigestAt } from "@/lib/domain/notifications/digest";
import type { NotificationSettings } from "@/lib/domain/notifications/settings";

const berlin = { zone: "Europe/Berlin", quiet: null };
const at = (text: string): Date => new Date(text);

describe("the next digest", () => {
  it.each([
    ["this morning, before eight", "2026-12-01T06:59:59Z", "2026-12-01T07:00:00Z"],
    ["not twice in one morning", "2026-12-01T07:00:00Z", "2026-12-02T07:00:00Z"],
    ["tomorrow, where it is tomorrow already there", "2026-12-01T23:30:00Z", "2026-12-02T07:00:00Z"],
    ["by the summer's clock from the day on which it begins", "2026-03-28T12:00:00Z", "2026-03-29T06:00:00Z"],
    ["by the winter's from the day on which that does", "2026-10-24T12:00:00Z", "2026-10-25T07:00:00Z"],
    ["over the end of a year", "2026-12-31T12:00:00Z", "2027-01-01T07:00:00Z"],
  ])("daily: %s", (_, after, due) => expect(nextDigestAt("daily", berlin, at(after))).toEqual(at(due)));

  it.each([
    ["the next Monday", "2026-12-01T12:00:00Z", "2026-12-07T07:00:00Z"],
    ["today, on a Monday before eight", "2026-12-07T06:00:00Z", "2026-12-07T07:00:00Z"],
    ["in a week, on a Monday after eight", "2026-12-07T07:00:00Z", "2026-12-14T07:00:00Z"],
  ])("weekly: %s", (_, after, due) => expect(nextDigestAt("weekly", berlin, at(after))).toEqual(at(due)));

  it.each([
    ["Asia/Kathmandu", "2026-12-01T02:15:00Z"],
    ["Pacific/Kiritimati", "2026-12-01T18:00:00Z"],
    ["America/Los_Angeles", "2026-12-01T16:00:00Z"],
  ])("is at eight in the morning in %s", (zone, due) =>
    expect(nextDigestAt("daily", { zone, quiet: null }, at("2026-12-01T00:00:00Z"))).toEqual(at(due)),
  );

  it("comes by UTC where nobody knows the zone any more", () =>
    expect(nextDigestAt("daily", { zone: "Mars/Base", quiet: null }, at("2026-12-01T00:00:00Z"))).toEqual(
      at("2026-12-01T08:00:00Z"),
    ));

  it("comes when the hours of quiet end, where eight is in them, by their clock", () => {
    const quiet = { from: 22 * 60, until: 10 * 60 + 30, zone: "Europe/London" };
    expect(nextDigestAt("daily", { ...berlin, quiet }, at("2026-12-01T00:00:00Z"))).toEqual(at("2026-12-01T10:30:00Z"));
  });

  it("comes at eight where quiet ends at eight or never", () => {
    const quiet = { from: 22 * 60, until: 8 * 60, zone: "Europe/Berlin" };
    for (const hours of [quiet, { ...quiet, from: 8 * 60 }]) {
      const next = nextDigestAt("daily", { ...berlin, quiet: hours }, at("2026-12-01T00:00:00Z"));
      expect(next).toEqual(at("2026-12-01T07:00:00Z"));
    }
  });
});

describe("a digest that is due", () => {
  const plain: NotificationSettings = { changed: [], pausedUntil: null, quiet: null };
  const held = (now: string, settings: Partial<NotificationSettings> = {}) =>
    digestHeldUntil({ ...plain, ...settings }, "Europe/Berlin", at(now));
  const morning = at("2026-12-02T07:00:00Z");

  it("goes by day, also late, and never at night", () => {
    expect(held("2026-12-01T07:00:00Z")).toBeNull();
    expect(held("2026-12-01T18:59:59Z")).toBeNull();
    expect(held("2026-12-01T19:00:00Z")).toEqual(morning);
    expect(held("2026-12-02T02:00:00Z")).toEqual(morning);
  });

  it("waits for the morning after a pause", () => {
    expect(held("2026-12-01T08:00:00Z", { pausedUntil: at("2026-12-01T20:00:00Z") })).toEqual(morning);
    expect(held("2026-12-01T08:00:00Z", { pausedUntil: at("2026-12-01T08:00:00Z") })).toBeNull();
  });

  it("waits for the end of hours of quiet, and reaches somebody who is quiet by day at night", () => {
    const asleep = { from: 7 * 60, until: 21 * 60, zone: "Europe/Berlin" };
    expect(held("2026-12-01T12:00:00Z", { quiet: asleep })).toEqual(at("2026-12-01T20:00:00Z"));
    expect(held("2026-12-01T20:00:00Z", { quiet: asleep })).toBeNull();
    expect(held("2026-12-02T03:00:00Z", { quiet: asleep })).toBeNull();
    expect(held("2026-12-01T12:00:00Z", { quiet: { ...asleep, until: 7 * 60 } })).toBeNull();
  });
});
