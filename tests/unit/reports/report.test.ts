import { describe, expect, it } from "vitest";
import {
  APPEAL_DAYS,
  appeal,
  decideAppeal,
  gravityOf,
  measuresOf,
  REPORT_REASONS,
  SUBJECT_KINDS,
} from "@/lib/domain/reports/report";
import { readSubjectAddress } from "@/lib/domain/reports/subject-address";

const ID = "0190a1b2-c3d4-7000-8000-0123456789ab";
const OTHER = "0190a1b2-c3d4-7000-8000-0123456789ac";
const HOME = "https://rooms.example.org";
const DAY_MS = 24 * 60 * 60_000;

describe("what can be done about a case", () => {
  it("is nothing, or what is of its kind, and against somebody only where it is about somebody", () => {
    expect(measuresOf({ kind: "address", personId: null })).toEqual(["none"]);
    expect(measuresOf({ kind: "message", personId: ID })).toEqual(["none", "warned", "message_deleted", "banned"]);
    expect(measuresOf({ kind: "room", personId: ID })).toEqual(["none", "warned", "room_ended", "banned"]);
    expect(measuresOf({ kind: "recording", personId: null })).toEqual(["none", "recording_deleted"]);
    for (const kind of SUBJECT_KINDS) expect(measuresOf({ kind, personId: ID })[0]).toBe("none");
  });

  it("begins with what is gravest", () => {
    expect(gravityOf("danger")).toBeGreaterThan(gravityOf("harassment"));
    expect(gravityOf("harassment")).toBeGreaterThan(gravityOf("spam"));
    for (const reason of REPORT_REASONS) expect([1, 2, 3]).toContain(gravityOf(reason));
  });
});

describe("an appeal", () => {
  const decidedAt = new Date("2026-01-01T00:00:00Z");
  const later = (days: number) => new Date(decidedAt.getTime() + days * DAY_MS);

  it("is made once, in time, and about a decision", () => {
    expect(appeal({ decidedAt, hasAppeal: false }, later(1)).ok).toBe(true);
    expect(appeal({ decidedAt, hasAppeal: true }, later(1))).toMatchObject({ refusal: "appeal_over" });
    expect(appeal({ decidedAt, hasAppeal: false }, later(APPEAL_DAYS))).toMatchObject({ refusal: "appeal_over" });
    expect(appeal({ decidedAt: null, hasAppeal: false }, later(1))).toMatchObject({ refusal: "not_decided" });
  });

  it("is decided once, and by nobody who decided before", () => {
    expect(decideAppeal("b", { decidedById: "a", appealDecidedAt: null })).toMatchObject({ value: "decide" });
    expect(decideAppeal("a", { decidedById: "a", appealDecidedAt: null })).toMatchObject({ refusal: "not_allowed" });
    expect(decideAppeal("a", { decidedById: "a", appealDecidedAt: decidedAt })).toMatchObject({ value: "done" });
  });
});

describe("an address that is reported", () => {
  it.each([
    ["/people/ada", { kind: "person", handle: "ada" }],
    [`${HOME}/people/ADA/followers?x=1`, { kind: "person", handle: "ada" }],
    [`/rooms/${ID}`, { kind: "room", roomId: ID }],
    [`  ${HOME}/rooms/${ID.toUpperCase()}/plan `, { kind: "room", roomId: ID }],
    [`/embed/rooms/${ID}`, { kind: "room", roomId: ID }],
    [`/rooms/${ID}#${OTHER}`, { kind: "recording", roomId: ID, recordingId: OTHER }],
    [`/rooms/${ID}#${OTHER}-95`, { kind: "recording", roomId: ID, recordingId: OTHER }],
    ["/shows/night-trains", { kind: "show", slug: "night-trains" }],
  ])("%s is read as what it leads to", (text, read) => {
    expect(readSubjectAddress(text, HOME)).toEqual(read);
  });

  it.each([
    "https://elsewhere.example.org/people/ada",
    "https://rooms.example.org.evil.example/people/ada",
    "//elsewhere.example.org/people/ada",
    "javascript:alert(1)",
    "/settings",
    "/rooms/new",
    "http://[",
    "",
  ])("%s leads to nothing here", (text) => {
    expect(readSubjectAddress(text, HOME)).toBeNull();
  });
});
