import { describe, expect, it } from "vitest";
import { readChannelSettings } from "@/lib/client/interpreting/channel-settings";
import {
  boothOf,
  channelState,
  floorLevel,
  type Hearing,
  LOST_AFTER_MS,
  languageToHear,
  voicesOf,
} from "@/lib/client/interpreting/hearing";
import { applyAnnouncement } from "@/lib/client/room/apply-announcement";
import { holdRoom } from "@/lib/client/room/held-room";
import type { ChannelView } from "@/lib/wire/interpreting/views";
import type { RoomView } from "@/lib/wire/rooms/views";
import { doorAnswer, face, roomOfAda } from "@/tests/support/scenes/room-of-ada";

const channel = (language: string, ...people: [id: string, onAir?: boolean, source?: string][]): ChannelView => ({
  language,
  interpreters: people.map(([id, onAir = false, source = null]) => ({
    person: face(id),
    onAir,
    toStage: false,
    source,
  })),
});

/** Finn speaks German, Gil is with him; Cleo interprets German into French. */
const interpreted = (): RoomView => ({
  ...roomOfAda(),
  channels: [channel("de", ["finn", true], ["gil"]), channel("fr", ["cleo", false, "de"])],
});

const inHall = (language: string): RoomView => {
  const view = interpreted();
  const { room } = view;
  return {
    ...view,
    room: { ...room, id: "hall", language, family: { mainRoomId: "room", number: 1 } },
    main: { room, version: 10, stage: view.stage },
  };
};

const hearing: Hearing = {
  wanted: true,
  onAir: true,
  open: true,
  quietMs: 0,
  heardBefore: true,
  waitedMs: 60_000,
};

describe("how a channel stands", () => {
  it.each([
    ["heard while packets come", {}, "heard"],
    ["heard in a pause, whose packets are 400 ms apart", { quietMs: 800 }, "heard"],
    ["gone without packets", { quietMs: LOST_AFTER_MS }, "gone"],
    ["gone once the microphone is muted or the interpreter left", { open: false }, "gone"],
    ["nobody's when nobody is on the air, whatever still comes", { onAir: false }, "nobody"],
    ["connecting before the first sound", { open: false, heardBefore: false, waitedMs: 500 }, "connecting"],
    ["gone where the first sound does not come", { open: false, heardBefore: false, waitedMs: 6_000 }, "gone"],
    ["none where none is wanted", { wanted: false }, "none"],
  ] as const)("%s", (_, change, state) => {
    expect(channelState({ ...hearing, ...change })).toBe(state);
  });

  it("the floor is down only beneath an interpreter who is heard", () => {
    expect(floorLevel("heard", 0.15)).toBe(0.15);
    for (const state of ["none", "connecting", "nobody", "gone"] as const) expect(floorLevel(state, 0.15)).toBe(1);
  });
});

describe("what is heard", () => {
  it("is the chosen language where it is interpreted, and the room where it is not", () => {
    expect(languageToHear("fr", interpreted())).toBe("fr");
    expect(languageToHear("pl", interpreted())).toBeNull();
    expect(languageToHear(null, interpreted())).toBeNull();
    expect(languageToHear("floor", interpreted())).toBeNull();
  });

  it("in a hall for a language is that one, unless somebody wants another, or the room itself", () => {
    expect(languageToHear(null, inHall("de"))).toBe("de");
    expect(languageToHear("pl", inHall("de"))).toBe("de");
    expect(languageToHear("fr", inHall("de"))).toBe("fr");
    expect(languageToHear("floor", inHall("de"))).toBeNull();
    expect(languageToHear(null, inHall("en"))).toBeNull();
    expect(languageToHear(null, inHall("it"))).toBeNull();
  });

  it("comes from the interpreters in the main hall, and from nobody but the relay in another", () => {
    const [de] = interpreted().channels;
    expect([...voicesOf(de, interpreted())]).toEqual(["finn", "gil"]);
    expect([...voicesOf(de, inHall("de"))]).toEqual(["relay:room"]);
    expect([...voicesOf(undefined, interpreted())]).toEqual([]);
  });

  it("an interpreter's own desk knows the main room, and takes a source that is gone for the floor", () => {
    expect(boothOf("cleo", inHall("de"))).toEqual({
      language: "fr",
      onAir: false,
      toStage: false,
      asker: null,
      source: "de",
      mainRoomId: "room",
    });
    const [, fr] = interpreted().channels;
    expect(boothOf("cleo", { ...interpreted(), channels: fr ? [fr] : [] })?.source).toBeNull();
    expect(boothOf("dev", interpreted())).toBeNull();
  });
});

it("what is announced of interpreters stands in the room at once", () => {
  const channels = [channel("de", ["finn"])];
  const happening = { type: "interpreters_changed", channels } as const;
  const announcement = { audience: "everyone", prev: 10, version: 11, happening, at: "" } as const;
  expect(applyAnnouncement(holdRoom(doorAnswer()), announcement).held.view.channels).toEqual(channels);
});

it("what a browser kept is read field by field", () => {
  expect(readChannelSettings({ wish: "de", floor: 0.4 })).toEqual({ wish: "de", floor: 0.4 });
  expect(readChannelSettings({ wish: 3, floor: 7 })).toEqual({ wish: null, floor: 0.15 });
  for (const kept of [null, "x", []]) expect(readChannelSettings(kept)).toEqual({ wish: null, floor: 0.15 });
});
