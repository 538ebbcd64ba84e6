import { describe, expect, it } from "vitest";
import { roomOfPage, standsFor } from "@/components/room/people/stands-for";
import { IDLE } from "@/lib/client/room/session-state";
import { nextState, type SessionEvent } from "@/lib/client/room/tell-room";
import { doorAnswer, hallAnswer } from "@/tests/support/scenes/room-of-ada";

const stateAfter = (...events: SessionEvent[]) => events.reduce(nextState, IDLE);
const inHall = stateAfter(
  { type: "asked", roomId: "hall" },
  { type: "seated", answer: hallAnswer() },
  { type: "connected" },
);

describe("the page of a room", () => {
  it("shows the room that one is in, and no other one", () => {
    const inMain = stateAfter({ type: "asked", roomId: "room" }, { type: "seated", answer: doorAnswer() });
    expect(standsFor(inMain, "room")).toBe(true);
    expect(standsFor(inMain, "hall")).toBe(false);
    expect(standsFor(inMain, undefined)).toBe(false);
  });

  it("gives way to the hall that hears it while one sits there, and is a door again afterwards", () => {
    expect(standsFor(inHall, "room")).toBe(true);
    expect(standsFor(nextState(inHall, { type: "left" }), "room")).toBe(false);
  });

  it("gives way to where one was moved until that page is in view", () => {
    const seated = { type: "seated", answer: doorAnswer(), moved: true } as const;
    const calledUp = nextState(inHall, seated);
    expect(standsFor(calledUp, "hall")).toBe(true);
    expect(standsFor(nextState(calledUp, { type: "arrived" }), "hall")).toBe(false);
  });

  it("is known by its path alone", () => {
    expect(roomOfPage("/rooms/01a2")).toBe("01a2");
    expect(roomOfPage("/rooms/01a2/more")).toBeUndefined();
    expect(roomOfPage("/")).toBeUndefined();
  });
});
