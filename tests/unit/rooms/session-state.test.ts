import { describe, expect, it } from "vitest";
import { IDLE, type SessionState } from "@/lib/client/room/session-state";
import { nextState, type SessionEvent } from "@/lib/client/room/tell-room";
import type { Role } from "@/lib/domain/roles";
import { doorAnswer, hallAnswer } from "@/tests/support/scenes/room-of-ada";

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

  it("remembers that one opened the room until that was seen, through a lost connection too", () => {
    const opened = stateAfter({ type: "asked", roomId: "room", opened: true }, seated("host"), connected);
    expect(opened.opened).toBe(true);
    expect(nextState(opened, { type: "interrupted" }).opened).toBe(true);
    expect(nextState(opened, { type: "welcomed" }).opened).toBe(false);
    expect(nextState(opened, { type: "left" }).opened).toBe(false);
    expect(stateAfter(asked, seated("host"), connected).opened).toBe(false);
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

  it.each(["moved", "removed", "ended", "closed", "left"] as const)("stays %s until somebody asks anew", (type) => {
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

  it("says what was lost when one comes back to another seat, until they know", () => {
    const speaking = stateAfter(asked, seated("speaker", "first"), connected, { type: "interrupted" });
    expect(nextState(speaking, seated("listener", "second")).lost).toBe("stage");
    expect(nextState(speaking, seated("speaker", "first")).lost).toBeNull();
    const listening = stateAfter(asked, seated("listener", "first"), connected, { type: "interrupted" });
    const back = nextState(listening, seated("listener", "second"));
    expect(back.lost).toBe("seat");
    expect(nextState(back, connected).lost).toBe("seat");
    expect(nextState(back, { type: "noticed" }).lost).toBeNull();
  });

  it("says so after a reload, too, and to nobody who comes for the first time", () => {
    const reloaded = (onStage: boolean): SessionState =>
      stateAfter({ type: "asked", roomId: "room", before: { id: "first", onStage } });
    expect(nextState(reloaded(true), seated("listener", "second")).lost).toBe("stage");
    expect(nextState(reloaded(false), seated("listener", "second")).lost).toBe("seat");
    expect(nextState(reloaded(false), seated("listener", "first")).lost).toBeNull();
    expect(stateAfter(asked, seated()).lost).toBeNull();
  });

  it("says that the microphone was switched off until it is on", () => {
    const silenced = stateAfter(asked, seated("speaker"), connected, { type: "interrupted" }, { type: "silenced" });
    expect(nextState(nextState(silenced, seated("speaker")), connected).lost).toBe("microphone");
    expect(nextState(silenced, { type: "microphone", microphone: "off" }).lost).toBe("microphone");
    expect(nextState(silenced, { type: "microphone", microphone: "on" }).lost).toBeNull();
  });
});

describe("where in a family one is", () => {
  const inHall: SessionEvent = { type: "seated", answer: hallAnswer() };
  const toHall: SessionEvent = { ...inHall, moved: true };

  it("is wherever the door says, and the page that was asked has still to give way", () => {
    const placed = stateAfter(asked, inHall, connected);
    expect(placed).toMatchObject({ roomId: "hall", movedFrom: "room", phase: "live", lost: null });
    expect(nextState(placed, { type: "arrived" })).toMatchObject({ roomId: "hall", movedFrom: null });
  });

  it("is where it was asked for as long as there is a seat", () => {
    expect(stateAfter(asked, seated(), connected)).toMatchObject({ roomId: "room", movedFrom: null });
  });

  it("goes by a move without an end, without a loss, and without what was heard in the room before", () => {
    const heard = { present: ["ada"], open: ["ada"] };
    const before = stateAfter(asked, seated("speaker"), connected, { type: "heard", heard });
    const moved = nextState(before, toHall);
    expect(moved).toMatchObject({ roomId: "hall", movedFrom: "room", phase: "live", lost: null, heard: null });
    expect(moved.held?.view.room.id).toBe("hall");
  });

  it("costs the seat where somebody who comes back too late is placed in another hall", () => {
    const away = stateAfter(asked, seated("speaker"), connected, { type: "interrupted" });
    expect(nextState(away, inHall).lost).toBe("stage");
  });

  it("knows of a closed hall that there is another one, and asks the door again from there", () => {
    const closed = stateAfter(asked, inHall, connected, { type: "closed" });
    expect(closed).toMatchObject({ phase: "closed", roomId: "hall" });
    expect(nextState(closed, { type: "asked", roomId: "hall" }).phase).toBe("connecting");
  });

  it("keeps what is told of the stage only while it is connected", () => {
    const stage = { reached: true, present: ["ada"], open: [] };
    const hearing = stateAfter(asked, inHall, connected, { type: "stageHeard", stage });
    expect(nextState(hearing, { type: "stageHeard", stage: { ...stage } })).toBe(hearing);
    expect(nextState(hearing, { type: "interrupted" }).stage).toBeNull();
  });
});

describe("what one hears and is told about it", () => {
  it("stays muted through a lost connection, and is heard again in the next room", () => {
    const muted = stateAfter(asked, seated(), connected, { type: "roomMuted", muted: true });
    expect(nextState(nextState(muted, { type: "interrupted" }), connected).roomMuted).toBe(true);
    expect(nextState(muted, { type: "asked", roomId: "another" }).roomMuted).toBe(false);
    expect(nextState(muted, { type: "left" }).roomMuted).toBe(false);
  });

  it("is a hint about the connection of now: a lost one takes it along, and whoever read it is rid of it", () => {
    const hinted = stateAfter(asked, seated(), connected, { type: "hint", hint: "hearing" });
    expect(hinted.hint).toBe("hearing");
    expect(nextState(hinted, { type: "interrupted" }).hint).toBeNull();
    expect(nextState(hinted, { type: "noticed" }).hint).toBeNull();
  });

  describe("in line before the door", () => {
    const inLine = (place: number): SessionEvent => ({
      type: "inLine",
      line: { place, waiting: 9, estimateSeconds: null },
    });

    it("waits until it is seated, and knows where it stands", () => {
      const waiting = stateAfter(asked, inLine(4), inLine(2));
      expect(waiting).toMatchObject({ phase: "waiting", line: { place: 2 }, held: null });
      expect(nextState(waiting, asked)).toBe(waiting);
      expect(nextState(waiting, seated())).toMatchObject({ phase: "connecting", line: null });
      expect(stateAfter(asked, inLine(2), seated(), connected)).toMatchObject({ phase: "live", line: null });
    });

    it("stays in line while an obstacle passes, and says it", () => {
      const trouble = { code: "database_away", facts: {} } as const;
      const hindered = stateAfter(asked, inLine(4), { type: "hindered", trouble });
      expect(hindered).toMatchObject({ phase: "waiting", line: { place: 4 }, trouble });
      expect(nextState(hindered, inLine(3)).trouble).toBeNull();
    });

    it("is out of it by leaving, and late news puts nobody back", () => {
      const left = stateAfter(asked, inLine(4), { type: "left" });
      expect(left).toMatchObject({ phase: "left", line: null });
      expect(nextState(left, inLine(3))).toBe(left);
    });

    it("holds nothing of the seat that was lost, and says so once there is another", () => {
      const waiting = stateAfter(asked, seated("listener", "first"), connected, { type: "interrupted" }, inLine(3));
      expect(waiting).toMatchObject({ phase: "waiting", held: null });
      expect(nextState(waiting, seated("listener", "second")).lost).toBe("seat");
    });
  });
});
