import { describe, expect, it } from "vitest";
import {
  applyPulse,
  applyRooms,
  newRooms,
  showWaiting,
  withMore,
  withoutRooms,
  withRoomBack,
} from "@/components/hallway/hallway-cards";
import type { RoomCard } from "@/lib/wire/hallway/views";

const trains = card("trains", 40);
const law = card("law", 30);
const music = card("music", 20);

const top = (...shown: RoomCard[]) => ({ shown, waiting: null, next: null });
const idsOf = (cards: { shown: RoomCard[] }) => cards.shown.map(({ id }) => id);

describe("the cards of the hallway", () => {
  it("move their figures in place and keep their order", () => {
    const { cards, stale } = applyPulse(top(trains, law), [{ ...pulse(law), openSeats: 900 }]);
    expect(cards.shown.map(({ id, openSeats }) => [id, openSeats])).toEqual([
      ["trains", 40],
      ["law", 900],
    ]);
    expect(stale).toBe(false);
  });

  it("say which live rooms they do not know, and are stale when a stage changed that a pulse cannot draw", () => {
    const cards = top(trains);
    expect(applyPulse(cards, [pulse(music)])).toMatchObject({ unknown: ["music"], stale: false });
    expect(applyPulse(cards, [{ ...pulse(trains), stageCount: 3 }])).toMatchObject({ unknown: [], stale: true });
    expect(applyPulse(cards, [{ ...pulse(music), status: "ended" }])).toMatchObject({ unknown: [], stale: false });
  });

  it("do not jump under a finger: what is gone shows as ended, what is new waits", () => {
    const held = applyRooms(top(trains, law), { rooms: [music, law], next: null }, true);
    expect(held.shown.map(({ id, status }) => [id, status])).toEqual([
      ["trains", "ended"],
      ["law", "live"],
    ]);
    expect(newRooms(held)).toBe(1);
    expect(showWaiting(held)).toEqual(top(music, law));
  });

  it("take a fresh list as it is when nobody is about to tap", () => {
    expect(applyRooms(top(trains, law), { rooms: [law, music], next: null }, false)).toEqual(top(law, music));
  });

  it("call no room ended that may stand on a page further down", () => {
    const held = applyRooms({ ...top(trains, law), next: "x" }, { rooms: [music, law], next: "x" }, true);
    expect(held.shown.map(({ status }) => status)).toEqual(["live", "live"]);
  });

  it("hold each room once, however it moved between two pages, and go on where the last page ended", () => {
    const two = withMore({ ...top(trains, law), next: "1" }, { rooms: [law, music], next: "2" });
    expect(idsOf(two)).toEqual(["trains", "law", "music"]);
    const fresh = applyRooms(two, { rooms: [music, trains], next: "1" }, false);
    expect(idsOf(fresh)).toEqual(["music", "trains", "law"]);
    expect(fresh.next).toBe("2");
  });

  it("lose a card at once, wherever it is, and take it back into its place", () => {
    const without = withoutRooms(top(trains, law, music), ["law"]);
    expect(idsOf(without)).toEqual(["trains", "music"]);
    const back = withRoomBack(without, law, 1);
    expect(idsOf(back)).toEqual(["trains", "law", "music"]);
    expect(withRoomBack(back, law, 1)).toBe(back);
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
    club: null,
    stage: [],
    stageCount: 1,
    followedOnStage: 0,
    followedListening: 0,
    because: null,
    demo: false,
    overflow: [],
  };
}

function pulse({ id, title, status, capacity, openSeats, stageCount, overflow }: RoomCard) {
  return { id, title, status, capacity, openSeats, stageCount, overflow };
}
