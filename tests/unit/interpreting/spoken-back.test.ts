import { describe, expect, it } from "vitest";
import { askersIn, speakersElsewhere, spokenBack } from "@/lib/client/interpreting/spoken-back";
import { asksIn, interpreterIdentity, interpreterOf, speakBack } from "@/lib/domain/interpreting/spoken-back";
import { mute } from "@/lib/domain/stage/stage";
import type { RoomView } from "@/lib/wire/rooms/views";
import { face, hallOfAda, onStage, roomOfAda } from "@/tests/support/scenes/room-of-ada";

const may = {
  status: "live",
  seated: true,
  onMainStage: false,
  barred: false,
  locked: false,
  asked: true,
} as const;

describe("an interpreter speaks on the stage", () => {
  it("while somebody there asks in their language", () => expect(speakBack(may).ok).toBe(true));

  it.each([
    ["not before the room is live", { status: "scheduled" }, "room_not_live"],
    ["not after it", { status: "ended" }, "room_ended"],
    ["not once they were put out", { barred: true }, "not_allowed"],
    ["not from outside of the family", { seated: false }, "no_seat"],
    ["not where they sit there themselves", { onMainStage: true }, "already_on_stage"],
    ["not while microphones are locked", { locked: true }, "microphones_locked"],
    ["not when nobody asks", { asked: false }, "nobody_asks"],
  ] as const)("%s", (_, facts, code) =>
    expect(speakBack({ ...may, ...facts })).toMatchObject({ ok: false, refusal: code }),
  );

  it("under a name that is nobody else's", () => {
    expect(interpreterOf(interpreterIdentity("dev"))).toBe("dev");
    for (const other of ["dev", "visit:dev", "relay:dev"]) expect(interpreterOf(other)).toBeNull();
  });

  it("and is turned back by a moderator's mute, and by nobody else's", () => {
    const listener = { personId: "dev", role: "listener", muted: false } as const;
    for (const target of [null, listener]) {
      expect(mute({ personId: "ada", role: "host" }, target, true)).toMatchObject({ ok: true, value: "turn_back" });
      expect(mute({ personId: "cleo", role: "speaker" }, target, true)).toMatchObject({ refusal: "not_allowed" });
      expect(mute({ personId: "ada", role: "host" }, target, false)).toMatchObject({ refusal: "not_on_stage" });
    }
  });
});

it("a hand keeps the language that its owner listens to, where there are interpreters", () => {
  expect(asksIn("de", ["fr", "de"])).toBe("de");
  expect(asksIn("ja", ["fr", "de"])).toBeNull();
  expect(asksIn(null, ["fr"])).toBeNull();
});

describe("what the screen and the ears know of it", () => {
  const stage = [onStage("ada", "host"), { ...onStage("finn", "speaker", 5), asksIn: "de" }];
  const channels = [
    {
      language: "de",
      interpreters: [
        { person: face("dev"), onAir: false, toStage: true, source: null },
        { person: face("gil"), onAir: true, toStage: false, source: null },
      ],
    },
  ];
  const inMain: RoomView = { ...roomOfAda(), stage, channels };
  const hall = hallOfAda();
  const inHall: RoomView = { ...hall, channels, main: hall.main && { ...hall.main, stage } };

  it("is who speaks for whom, in the main hall and in another", () => {
    for (const view of [inMain, inHall]) {
      expect(askersIn("de", view).map(({ id }) => id)).toEqual(["finn"]);
      expect(spokenBack(view)).toMatchObject([
        { identity: "interpreter:dev", language: "de", interpreter: { id: "dev" }, asker: { id: "finn" } },
      ]);
    }
  });

  it("is nobody once the asker is off the stage, though the server has told of no more yet", () => {
    expect(spokenBack({ ...inMain, stage: stage.slice(0, 1) })).toEqual([]);
    expect(spokenBack({ ...inHall, main: null })).toEqual([]);
  });

  it("in another hall the interpreter hears the stage itself, and never their own voice", () => {
    expect(speakersElsewhere(inMain, "dev")).toBeNull();
    expect([...(speakersElsewhere(inHall, "dev") ?? [])]).toEqual(["ada", "finn"]);
    expect([...(speakersElsewhere(inHall, "gil") ?? [])]).toEqual(["ada", "finn", "interpreter:dev"]);
  });
});
