import { describe, expect, it } from "vitest";
import { type AtTheHour, atTheHour, isBackstageOpen, roleAtDoor } from "@/lib/domain/shows/backstage";
import { BACKSTAGE_BEFORE_MS, HOST_AWAITED_MS } from "@/lib/domain/shows/show";

const HOUR = new Date("2026-12-06T20:00:00Z");
const after = (ms: number) => new Date(HOUR.getTime() + ms);

describe("the role at the door of a planned room", () => {
  it.each([
    ["host", 0, "host"],
    ["host", 1, "moderator"],
    ["cohost", 0, "moderator"],
    ["guest", 0, "speaker"],
    ["interpreter", 0, null],
    ["stood_down", 0, null],
    [null, 0, null],
  ] as const)("of %s where %i host it is %s", (part, hostSeats, role) => {
    expect(roleAtDoor(part, { hostSeats })).toBe(role);
  });
});

describe("the backstage", () => {
  it.each([
    ["scheduled", -BACKSTAGE_BEFORE_MS - 1, false],
    ["scheduled", -BACKSTAGE_BEFORE_MS, true],
    ["scheduled", 3_600_000, true],
    ["live", 0, false],
    ["ended", 0, false],
  ] as const)("of a %s room %i ms after its hour: %s", (status, ms, open) => {
    expect(isBackstageOpen({ status, scheduledFor: HOUR }, after(ms))).toBe(open);
  });

  it("of a room without an hour is always open", () => {
    expect(isBackstageOpen({ status: "scheduled", scheduledFor: null }, HOUR)).toBe(true);
  });
});

describe("at the hour", () => {
  const room = (facts: Partial<AtTheHour>): AtTheHour => ({
    ...{ status: "scheduled", scheduledFor: HOUR, opensItself: true, hosts: 0, cohosts: 0 },
    ...facts,
  });

  it.each([
    [{ hosts: 1 }, -1, "wait"],
    [{ hosts: 1 }, 0, "go_live"],
    [{ hosts: 1, opensItself: false }, HOST_AWAITED_MS * 10, "wait"],
    [{ cohosts: 2 }, 0, "wait"],
    [{ cohosts: 2 }, HOST_AWAITED_MS - 1, "wait"],
    [{ cohosts: 2 }, HOST_AWAITED_MS, "go_live"],
    [{ cohosts: 2, opensItself: false }, HOST_AWAITED_MS, "lead"],
    [{ hosts: 1, cohosts: 1, opensItself: false }, HOST_AWAITED_MS, "wait"],
    [{}, HOST_AWAITED_MS - 1, "wait"],
    [{}, HOST_AWAITED_MS, "call_off"],
    [{ opensItself: false }, HOST_AWAITED_MS, "call_off"],
    [{ status: "live", hosts: 1 }, HOST_AWAITED_MS, "wait"],
    [{ status: "ended" }, HOST_AWAITED_MS, "wait"],
    [{ scheduledFor: null }, HOST_AWAITED_MS, "wait"],
  ] as const)("%o %i ms after it: %s", (facts, ms, happens) => {
    expect(atTheHour(room(facts), after(ms))).toBe(happens);
  });
});
