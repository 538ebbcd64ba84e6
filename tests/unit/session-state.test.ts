import { describe, expect, it } from "vitest";
import { IDLE, nextState, type SessionEvent, type SessionState } from "@/lib/client/session-state";
import type { Role } from "@/lib/domain/roles";
import { doorAnswer } from "@/tests/support/room-of-ada";

const stateAfter = (...events: SessionEvent[]): SessionState => events.reduce(nextState, IDLE);

const asked: SessionEvent = { type: "asked", roomId: "room" };
const connected: SessionEvent = { type: "connected" };
const seated = (role: Role = "listener", id = "seat"): SessionEvent => ({
  type: "seated",
  answer: doorAnswer(role, id),
});
const turnedAway = (code: "banned" | "room_full" | "room_ended" | "not_found" | "members_only"): SessionEvent => ({
  type: "turnedAway",
  trouble: { code, facts: {} },
});

describe("the session's state", () => {
  it("goes from the tap through the door to live", () => {
    expect(stateAfter(asked).phase).toBe("connecting");
    expect(stateAfter(asked, seated()).phase).toBe("connecting");
    expect(stateAfter(asked, seated(), connected).phase).toBe("live");
  });

  it("is reconnecting between an interruption and the next connection, and keeps what it holds", () => {
    const state = stateAfter(asked, seated(), connected, { type: "interrupted" });
    expect(state.phase).toBe("reconnecting");
    expect(state.held).not.toBeNull();
    expect(nextState(state, connected).phase).toBe("live");
  });

  it("does not call a first connection that takes long a reconnection", () => {
    expect(stateAfter(asked, seated(), { type: "interrupted" }).phase).toBe("connecting");
  });

  it.each([
    ["banned", "removed"],
    ["room_full", "full"],
    ["room_ended", "ended"],
    ["members_only", "refused"],
  ] as const)("ends as %s → %s when the door says so", (code, phase) => {
    expect(stateAfter(asked, turnedAway(code)).phase).toBe(phase);
  });

  it("takes a room that vanished while one sat in it for ended, and one never entered for refused", () => {
    expect(stateAfter(asked, seated(), connected, turnedAway("not_found")).phase).toBe("ended");
    expect(stateAfter(asked, turnedAway("not_found")).phase).toBe("refused");
  });

  it.each(["moved", "removed", "ended", "left"] as const)("stays %s until somebody asks anew", (type) => {
    const out = stateAfter(asked, seated(), connected, { type });
    expect(out.phase).toBe(type);
    for (const late of [
      connected,
      seated(),
      { type: "interrupted" } as const,
      { type: "microphone", microphone: "on" } as const,
    ]) {
      expect(nextState(out, late)).toBe(out);
    }
    expect(nextState(out, asked).phase).toBe("connecting");
  });

  it("closes the microphone's state with the room", () => {
    const out = stateAfter(
      asked,
      seated("speaker"),
      connected,
      { type: "microphone", microphone: "on" },
      { type: "moved" },
    );
    expect(out.microphone).toBe("none");
  });

  it("asking for the room one is in changes nothing; asking for another starts over", () => {
    const live = stateAfter(asked, seated(), connected);
    expect(nextState(live, asked)).toBe(live);
    expect(nextState(live, { type: "asked", roomId: "other" })).toMatchObject({ roomId: "other", held: null });
  });

  it("says that the stage was lost when one comes back to another seat in the audience", () => {
    const speaking = stateAfter(asked, seated("speaker", "first"), connected, { type: "interrupted" });
    expect(nextState(speaking, seated("listener", "second")).stageLost).toBe(true);
    expect(nextState(speaking, seated("speaker", "first")).stageLost).toBe(false);
    const listening = stateAfter(asked, seated("listener", "first"), connected, { type: "interrupted" });
    expect(nextState(listening, seated("listener", "second")).stageLost).toBe(false);
  });
});
