import { describe, expect, it } from "vitest";
import { readRange } from "@/lib/domain/recording/byte-range";
import { recordingsToDrop } from "@/lib/domain/recording/limits";
import { recorderIdentity, recorderOf } from "@/lib/domain/recording/recorder";
import {
  answerRecording,
  isRecordable,
  keepsRecording,
  startRecording,
  stopRecording,
} from "@/lib/domain/recording/recording";
import { unmuteSelf } from "@/lib/domain/stage/stage";
import { TurnKeeper } from "@/lib/relay/recording/turn-keeper";

const ROOM = { kind: "open", status: "live", mainRoomId: null } as const;
const host = { personId: "ada", role: "host" } as const;
const speaker = { personId: "cleo", role: "speaker" } as const;
const listener = { personId: "dev", role: "listener" } as const;

describe("a recording is switched on", () => {
  it("by the host alone, before the room is live or while it is", () => {
    expect(startRecording(ROOM, host, false)).toEqual({ ok: true, value: "start" });
    expect(startRecording({ ...ROOM, status: "scheduled" }, host, false)).toEqual({ ok: true, value: "start" });
    expect(startRecording(ROOM, host, true)).toEqual({ ok: true, value: "done" });
    expect(startRecording({ ...ROOM, status: "ended" }, host, false)).toMatchObject({ refusal: "room_ended" });
    for (const role of ["moderator", "speaker", "listener"] as const) {
      expect(startRecording(ROOM, { personId: "ben", role }, false)).toMatchObject({ refusal: "not_allowed" });
      expect(stopRecording({ personId: "ben", role }, true)).toMatchObject({ refusal: "not_allowed" });
    }
    expect(stopRecording(host, true)).toEqual({ ok: true, value: "stop" });
    expect(stopRecording(host, false)).toEqual({ ok: true, value: "done" });
  });

  it("never in a closed room or in an overflow room", () => {
    expect(startRecording({ ...ROOM, kind: "closed" }, host, false)).toMatchObject({ refusal: "not_recordable" });
    expect(startRecording({ ...ROOM, mainRoomId: "main" }, host, false)).toMatchObject({ refusal: "not_recordable" });
    for (const kind of ["open", "social", "members"] as const)
      expect(isRecordable({ kind, mainRoomId: null })).toBe(true);
  });
});

describe("whether somebody may be recorded", () => {
  it("they say themselves, on the stage, and may say otherwise at any time", () => {
    expect(answerRecording(speaker, true, null, true)).toEqual({ ok: true, value: "answer" });
    expect(answerRecording(speaker, true, null, false)).toEqual({ ok: true, value: "answer" });
    expect(answerRecording(speaker, true, true, false)).toEqual({ ok: true, value: "answer" });
    expect(answerRecording(speaker, true, true, true)).toEqual({ ok: true, value: "done" });
  });

  it("is asked of nobody in the audience, from elsewhere in the family, or while nothing is recorded", () => {
    expect(answerRecording(listener, true, null, true)).toMatchObject({ refusal: "not_on_stage" });
    expect(answerRecording({ ...speaker, scope: "main" }, true, null, true)).toMatchObject({ refusal: "not_on_stage" });
    expect(answerRecording(speaker, false, null, true)).toMatchObject({ refusal: "not_recording" });
  });

  it("comes before the microphone of whoever comes up meanwhile", () => {
    const came = { ...speaker, muted: true };
    expect(unmuteSelf(came, "cleo", false, true)).toMatchObject({ refusal: "recording_unanswered" });
    expect(unmuteSelf(came, "cleo", false, false)).toEqual({ ok: true, value: "unmute" });
  });
});

it("who made it or the room, and an admin, decide about a recording", () => {
  const made = { startedById: "ben", roomMadeById: "ada" };
  for (const id of ["ada", "ben"]) expect(keepsRecording({ id, admin: false }, made)).toBe(true);
  expect(keepsRecording({ id: "cleo", admin: false }, made)).toBe(false);
  expect(keepsRecording({ id: "cleo", admin: true }, made)).toBe(true);
});

it("a recorder is known by its room, and nobody else is taken for one", () => {
  expect(recorderOf(recorderIdentity("room"))).toBe("room");
  expect(recorderOf("relay:room")).toBeNull();
});

describe("of what is kept goes", () => {
  const at = (day: number) => new Date(Date.UTC(2026, 0, day));
  const kept = [
    { id: "old", startedAt: at(1), bytes: 10 },
    { id: "middle", startedAt: at(5), bytes: 10 },
    { id: "new", startedAt: at(9), bytes: 10 },
  ];

  it("what is too old, then the oldest until the rest has space", () => {
    expect(recordingsToDrop(kept, { days: 7, bytes: null }, at(10))).toEqual(["old"]);
    expect(recordingsToDrop(kept, { days: null, bytes: 20 }, at(10))).toEqual(["old"]);
    expect(recordingsToDrop(kept, { days: null, bytes: 19 }, at(10))).toEqual(["middle", "old"]);
    expect(recordingsToDrop(kept, { days: 7, bytes: 20 }, at(10))).toEqual(["old"]);
  });

  it("nothing where there is no limit", () => {
    expect(recordingsToDrop(kept, { days: null, bytes: null }, at(300))).toEqual([]);
  });
});

describe("a Range header", () => {
  it.each([
    ["bytes=0-", { from: 0, to: 99 }],
    ["bytes=10-19", { from: 10, to: 19 }],
    ["bytes=90-500", { from: 90, to: 99 }],
    ["bytes=-10", { from: 90, to: 99 }],
    ["bytes=-500", { from: 0, to: 99 }],
    ["bytes=0-0,5-9", null],
    ["bytes=20-10", null],
    ["seconds=1-2", null],
    ["bytes=-", null],
    [null, null],
  ])("%s", (header, value) => {
    expect(readRange(header, 100)).toEqual({ ok: true, value });
  });

  it.each(["bytes=100-", "bytes=-0"])("%s asks for what is not there", (header) => {
    expect(readRange(header, 100)).toMatchObject({ ok: false, refusal: "unsatisfiable" });
  });
});

describe("a chapter", () => {
  const loud = (...people: string[]) => new Map(people.map((person) => [person, 0.2]));
  const second = (keeper: TurnKeeper, from: number, ...people: string[]) =>
    keeper.hear(loud(...people), from * 1_000, (from + 1) * 1_000);

  it("goes on through a breath, ends with a pause, and is of whoever speaks", () => {
    const keeper = new TurnKeeper();
    expect(second(keeper, 0, "ada")).toEqual([{ personId: "ada", fromMs: 0, toMs: 1_000 }]);
    expect(second(keeper, 3, "ada")).toEqual([{ personId: "ada", fromMs: 0, toMs: 4_000 }]);
    expect(second(keeper, 4, "ben")).toEqual([{ personId: "ben", fromMs: 4_000, toMs: 5_000 }]);
    expect(second(keeper, 8, "ada")).toEqual([{ personId: "ada", fromMs: 8_000, toMs: 9_000 }]);
    expect(keeper.hear(new Map([["cleo", 0.001]]), 9_000, 10_000)).toEqual([]);
  });
});
