import { describe, expect, it } from "vitest";
import { FOLLOWERS_HEAR, MAILED, MAILED_OF_SHOW, mailNow } from "@/lib/domain/notifications/episode-news";

const plain = { changed: [], pausedUntil: null, quiet: null };
/** In Berlin half past one, an hour before the clocks go forward. */
const NIGHT = new Date("2027-03-28T00:30:00Z");
const berlin = (from: number, until: number) => ({ ...plain, quiet: { from, until, zone: "Europe/Berlin" } });

describe("a mail of an episode's news", () => {
  it("goes at once to whoever wants no quiet", () => expect(mailNow("moved", plain, NIGHT)).toBe(NIGHT));

  it("waits for the end of the hours of quiet, by their clocks, also where those change meanwhile", () => {
    // Seven o'clock of that morning is summer time.
    expect(mailNow("cancelled", berlin(22 * 60, 7 * 60), NIGHT)).toEqual(new Date("2027-03-28T05:00:00Z"));
    expect(mailNow("cancelled", berlin(22 * 60, 7 * 60), new Date("2027-03-27T22:00:00Z"))).toEqual(
      new Date("2027-03-28T05:00:00Z"),
    );
    expect(mailNow("moved", berlin(13 * 60, 14 * 60), new Date("2027-03-27T12:30:00Z"))).toEqual(
      new Date("2027-03-27T13:00:00Z"),
    );
    expect(mailNow("moved", berlin(13 * 60, 14 * 60), NIGHT)).toBe(NIGHT);
  });

  it("waits for the end of a pause, and not for one that is over", () => {
    const later = new Date(NIGHT.getTime() + 60_000);
    expect(mailNow("renamed", { ...plain, pausedUntil: later }, NIGHT)).toBe(later);
    expect(mailNow("renamed", { ...plain, pausedUntil: NIGHT }, NIGHT)).toBe(NIGHT);
  });

  it("of a reminder is dropped where it would have to wait", () => {
    expect(mailNow("soon", berlin(22 * 60, 7 * 60), NIGHT)).toBe("drop");
    expect(mailNow("soon", plain, NIGHT)).toBe(NIGHT);
  });

  it("is not put off for ever by quiet around the clock", () =>
    expect(mailNow("moved", berlin(480, 480), NIGHT)).toBe(NIGHT));
});

it("followers of a show hear of no new name and no nearing hour, and no mail tells that it has begun", () => {
  expect(FOLLOWERS_HEAR).toEqual(["moved", "cancelled", "live"]);
  expect(MAILED).not.toContain("live");
  expect(MAILED_OF_SHOW).toEqual(["moved", "cancelled", "soon"]);
});
