import { describe, expect, it } from "vitest";
import { clockOf } from "@/components/recording/clock-of";
import { applyAnnouncement } from "@/lib/client/room/apply-announcement";
import type { HeldRoom } from "@/lib/client/room/held-room";
import type { Announcement, RoomHappening } from "@/lib/wire/rooms/announcements";
import { NOTHING_MINE } from "@/lib/wire/rooms/nothing-mine";
import { roomOfAda, seatOfDev } from "@/tests/support/scenes/room-of-ada";

const recording = { id: "recording", startedAt: "2026-01-01T10:20:00.000Z" };

const held = (): HeldRoom => ({
  view: roomOfAda(10),
  mine: { ...NOTHING_MINE, seat: seatOfDev("speaker") },
  personId: "dev",
  followed: { everyone: 10, moderators: 10, person: 10, main: 10 },
  familyNotice: null,
  alike: null,
});

const told = (
  before: HeldRoom,
  happening: RoomHappening,
  version = 11,
  audience: Announcement["audience"] = "everyone",
) => applyAnnouncement(before, { audience, prev: version - 1, version, happening, at: recording.startedAt }).held;

describe("a page that is told of a recording", () => {
  it("shows it until it stops or the room ends, and has no answer of its own at first", () => {
    const running = told(held(), { type: "recording_started", recording, byId: "ada" });
    expect(running.view.room.recording).toEqual(recording);
    expect(running.mine.agreesToRecording).toBeNull();
    expect(told(running, { type: "recording_stopped" }, 12).view.room.recording).toBeNull();
    expect(told(running, { type: "room_ended" }, 12).view.room.recording).toBeNull();
  });

  it("knows that who started it agreed, and what it answered itself until it comes up anew", () => {
    const mine = told(held(), { type: "recording_started", recording, byId: "dev" });
    expect(mine.mine.agreesToRecording).toBe(true);
    const not = told(mine, { type: "recording_answered", agrees: false }, 11, "person");
    expect(not.mine.agreesToRecording).toBe(false);
    const [person] = roomOfAda().stage;
    if (!person) throw new Error("nobody is on the stage");
    const anew = told(not, { type: "stage_joined", person: { ...person, id: "dev", role: "speaker" } }, 12);
    expect(anew.mine.agreesToRecording).toBeNull();
  });
});

it("a moment of a recording reads as on any player", () => {
  expect([0, 7_900, 247_000, 3_847_000].map(clockOf)).toEqual(["0:00", "0:07", "4:07", "1:04:07"]);
});
