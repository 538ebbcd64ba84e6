import { describe, expect, it } from "vitest";
import { applyPulse, applyRooms, newRooms, showWaiting } from "@/components/hallway/hallway-cards";
import type { RoomCard } from "@/lib/wire/hallway/views";

const trains = card("trains", 40);
const law = card("law", 30);
const music = card("music", 20);

describe("the cards of the hallway", () => {
  it("move their figures in place and keep their order", () => {
    const { cards, stale } = applyPulse({ shown: [trains, law], waiting: null }, [{ ...pulse(law), openSeats: 900 }]);
    expect(cards.shown.map(({ id, openSeats }) => [id, openSeats])).toEqual([
      ["trains", 40],
      ["law", 900],
    ]);
    expect(stale).toBe(false);
  });

  it("are stale when a room or a stage changed that a pulse cannot draw", () => {
    const cards = { shown: [trains], waiting: null };
    expect(applyPulse(cards, [pulse(music)]).stale).toBe(true);
    expect(applyPulse(cards, [{ ...pulse(trains), stageCount: 3 }]).stale).toBe(true);
    expect(applyPulse(cards, [{ ...pulse(music), status: "ended" }]).stale).toBe(false);
  });

  it("do not jump under a finger: what is gone shows as ended, what is new waits", () => {
    const held = applyRooms({ shown: [trains, law], waiting: null }, [music, law], true);
    expect(held.shown.map(({ id, status }) => [id, status])).toEqual([
      ["trains", "ended"],
      ["law", "live"],
    ]);
    expect(newRooms(held)).toBe(1);
    expect(showWaiting(held)).toEqual({ shown: [music, law], waiting: null });
  });

  it("take a fresh list as it is when nobody is about to tap", () => {
    expect(applyRooms({ shown: [trains, law], waiting: null }, [law, music], false)).toEqual({
      shown: [law, music],
      waiting: null,
    });
  });
});

function card(id: string, openSeats: number): RoomCard {
  return {
    id,
    title: id,
    description: "",
    topics: [],
    language: "en",
    kind: "open",
    status: "live",
    capacity: 5_000,
    openSeats,
    liveAt: null,
    scheduledFor: null,
    show: null,
    stage: [],
    stageCount: 1,
    followedOnStage: 0,
    demo: false,
    overflow: [],
  };
}

function pulse({ id, title, status, capacity, openSeats, stageCount, overflow }: RoomCard) {
  return { id, title, status, capacity, openSeats, stageCount, overflow };
}
