import { describe, expect, it } from "vitest";
import { type HallStage, hasStagePlace, leadHall, mayInFamily, visitHall } from "@/lib/domain/family/hall";
import { chooseOverflow } from "@/lib/domain/family/overflow";
import { hallsToDrain, hallsToMerge, type OfferedHall, seatsToOffer, sendToHall } from "@/lib/domain/family/seat-offer";
import { visitIdentity, visitorOf } from "@/lib/domain/family/visit";
import type { PersonId, RoomId } from "@/lib/domain/ids";
import { endRoom, endsByItself } from "@/lib/domain/rooms/ending";
import { type Arrival, admit, type DoorRoom } from "@/lib/domain/seats/admission";
import { acceptOffer } from "@/lib/domain/stage/offer";

const granted = (value: unknown) => ({ ok: true, value });
const refused = (refusal: string) => expect.objectContaining({ ok: false, refusal });
const hall = (wishes: Partial<HallStage> = {}): HallStage => ({
  mainRoomId: "main",
  status: "live",
  stageSeats: 0,
  leaderSeats: 0,
  ...wishes,
});
const dev = { personId: "dev", role: "listener" } as const;
const ada = { personId: "ada", role: "host" } as const;

describe("the stage of a hall", () => {
  it("holds eight, and the main hall's any number", () => {
    expect(hasStagePlace(hall({ stageSeats: 7 }))).toBe(true);
    expect(hasStagePlace(hall({ stageSeats: 8 }))).toBe(false);
    expect(hasStagePlace({ mainRoomId: null, stageSeats: 40 })).toBe(true);
  });

  it("takes nobody more who accepts an invitation, and leaves whoever is on it", () => {
    const now = new Date();
    const offer = { outcome: null, expiresAt: new Date(now.getTime() + 1_000) };
    expect(acceptOffer(dev, offer, now, null, false)).toEqual(refused("stage_full"));
    expect(acceptOffer(dev, null, now, "open", false)).toEqual(refused("stage_full"));
    expect(acceptOffer(dev, null, now, null, false)).toEqual(refused("no_offer"));
    const cleo = { personId: "cleo", role: "speaker" } as const;
    expect(acceptOffer(cleo, { ...offer, outcome: "accepted" }, now, null, false)).toEqual(granted("stay"));
  });
});

describe("volunteering", () => {
  it.each([
    ["a listener where nobody leads", dev, hall({ stageSeats: 7 }), granted("lead")],
    [
      "a speaker, whose place counts already",
      { ...dev, role: "speaker" as const },
      hall({ stageSeats: 8 }),
      granted("lead"),
    ],
    ["its leader, again", { ...dev, role: "moderator" as const }, hall({ leaderSeats: 1 }), granted("done")],
    ["a listener where somebody leads", dev, hall({ leaderSeats: 1, stageSeats: 1 }), refused("has_leader")],
    ["a listener whose stage is full", dev, hall({ stageSeats: 8 }), refused("stage_full")],
    ["a listener of the main hall", dev, hall({ mainRoomId: null }), refused("not_allowed")],
    ["a listener of a hall that ended", dev, hall({ status: "ended" }), refused("room_ended")],
    ["whoever leads the main room, from there", { ...ada, scope: "main" as const }, hall(), refused("not_allowed")],
  ])("by %s", (_name, seat, room, answer) => {
    expect(leadHall(seat, room)).toEqual(answer);
  });
});

describe("visits and what concerns all halls", () => {
  it("are the main room's leaders', not the hall's own", () => {
    expect(visitHall({ ...ada, scope: "main" }, hall())).toEqual(granted(null));
    expect(visitHall({ ...dev, role: "moderator" }, hall())).toEqual(refused("not_allowed"));
    expect(visitHall({ ...ada, scope: "main" }, hall({ status: "ended" }))).toEqual(refused("room_ended"));
    expect(visitHall(ada, hall({ mainRoomId: null }))).toEqual(refused("not_allowed"));
    expect(mayInFamily(ada, "sendNotice", { mainRoomId: null })).toBe(true);
    expect(mayInFamily({ ...dev, role: "moderator" }, "sendNotice", { mainRoomId: "main" })).toBe(false);
  });

  it("have a name of their own in the media server, which is nobody else's", () => {
    expect(visitorOf(visitIdentity("ada"))).toBe("ada");
    expect(visitorOf("ada")).toBeNull();
    expect(visitorOf("relay:ada")).toBeNull();
  });

  it("closing a hall is for those who lead the main room, not for the hall's own", () => {
    const open = { status: "live", createdById: "eve", mainRoomId: "main" } as const;
    expect(endRoom(open, "ben", { personId: "ben", role: "moderator", scope: "main" })).toEqual(granted("end"));
    expect(endRoom(open, "dev", { personId: "dev", role: "moderator" })).toEqual(refused("not_allowed"));
    const main = { ...open, mainRoomId: null };
    expect(endRoom(main, "ben", { personId: "ben", role: "moderator" })).toEqual(refused("not_allowed"));
  });
});

const seats = (id: string, openSeats: number, more: Partial<OfferedHall> = {}): OfferedHall => ({
  id: id as RoomId,
  language: "en",
  limit: 100,
  openSeats,
  keptSeats: 0,
  ...more,
});

describe("seats that may be offered", () => {
  it("are those that nobody has and nobody was offered, and never fewer than none", () => {
    expect(seatsToOffer(seats("main", 90, { keptSeats: 4 }))).toBe(6);
    expect(seatsToOffer(seats("main", 99, { keptSeats: 4 }))).toBe(0);
  });

  it("in the main hall go to halls of its language with people in them", () => {
    const main = seats("main", 100, { language: "pt" });
    const halls = [
      seats("a", 3, { language: "pt-br" }),
      seats("b", 3, { language: "de" }),
      seats("c", 0, { language: "pt" }),
    ];
    expect(hallsToDrain(main, [main, ...halls]).map(({ id }) => id)).toEqual(["a"]);
  });
});

describe("two halls that are one audience", () => {
  it.each([
    ["the emptier one is offered the fuller", [seats("a", 50), seats("b", 30)], ["b", "a"]],
    ["not above 30 in a hundred", [seats("a", 40), seats("b", 31)], null],
    ["not where both together leave less than a fifth free", [seats("a", 51), seats("b", 30)], null],
    ["not into another language", [seats("a", 50), seats("b", 10, { language: "de" })], null],
    ["not out of a hall with nobody in it", [seats("a", 50), seats("b", 0)], null],
    [
      "the emptiest first, into the fullest that takes it",
      [seats("a", 75), seats("b", 60), seats("c", 10), seats("d", 20)],
      ["c", "b"],
    ],
    ["of two alike one goes, and always the same", [seats("a", 10), seats("b", 10)], ["b", "a"]],
    ["a hall alone stays", [seats("a", 10)], null],
  ])("%s", (_name, halls, expected) => {
    for (const order of [halls, halls.toReversed()]) {
      const merging = hallsToMerge(order);
      expect(merging && [merging.from.id, merging.into.id]).toEqual(expected);
    }
  });
});

describe("sending somebody to a hall", () => {
  const person = { roomId: "main", role: "listener", offeredIn: null } as const;
  it.each([
    ["a listener, where there is a place", person, seats("a", 99), granted("offer")],
    [
      "one who was offered it already",
      { ...person, offeredIn: "a" },
      seats("a", 99, { keptSeats: 1 }),
      granted("keep"),
    ],
    ["one who sits there", { ...person, roomId: "a" }, seats("a", 100), granted("there")],
    ["a speaker", { ...person, role: "speaker" as const }, seats("a", 1), refused("already_on_stage")],
    ["anybody, where the last place is kept", person, seats("a", 99, { keptSeats: 1 }), refused("room_full")],
    ["somebody of another family", null, seats("a", 1), refused("not_found")],
    ["somebody, to a hall that is none", person, null, refused("not_found")],
  ])("%s", (_name, one, into, answer) => {
    expect(sendToHall(one, into)).toEqual(answer);
  });
});

describe("a seat that is kept", () => {
  const main: DoorRoom = {
    id: "main" as RoomId,
    title: "Night trains",
    kind: "open",
    status: "live",
    guestsAllowed: true,
    createdById: "ada" as PersonId,
    language: "en",
    mainRoomId: null,
    overflowLimit: 3,
    capacity: 10,
    reserve: 0,
    openSeats: 9,
    keptSeats: 1,
    stageSeats: 1,
    leaderSeats: 0,
    hostSeats: 0,
  };
  const arrival: Arrival = {
    personId: "dev" as PersonId,
    kind: "member",
    seat: null,
    banned: false,
    invited: false,
    followedByLeader: false,
  };

  it("is taken for everyone but whom it is kept for, and those who never wait", () => {
    expect(admit(main, arrival, null)).toEqual(granted({ act: "overflow" }));
    const sat = (role: string) => granted({ act: "sit", role, leaving: null });
    expect(admit(main, { ...arrival, keptIn: main.id }, null)).toEqual(sat("listener"));
    expect(admit(main, { ...arrival, keptIn: "other" as RoomId }, null)).toEqual(granted({ act: "overflow" }));
    expect(admit(main, { ...arrival, personId: "ada" as PersonId }, null)).toEqual(sat("host"));
    expect(admit(main, { ...arrival, announced: true }, null)).toEqual(sat("listener"));
  });

  it("never stretches the cap", () => {
    const full = { ...main, openSeats: 10 };
    expect(admit(full, { ...arrival, keptIn: main.id }, null)).toEqual(granted({ act: "overflow" }));
  });

  it("is no space in an overflow room either", () => {
    const guided = { languages: [], followed: new Map(), understood: new Map(), barredFrom: new Set<RoomId>() };
    const overflow = { ...main, id: "a" as RoomId, mainRoomId: main.id };
    expect(chooseOverflow(main, [overflow], guided)).toBeNull();
    expect(chooseOverflow(main, [{ ...overflow, keptSeats: 0 }], guided)?.id).toBe("a");
  });
});

describe("an empty room", () => {
  const since = new Date();
  const empty = { status: "live", demo: false, openSeats: 0, emptySince: since } as const;
  it("ends after five minutes, unless it is the last of its family that has space", () => {
    const later = (minutes: number) => new Date(since.getTime() + minutes * 60_000);
    expect(endsByItself(empty, later(4.9))).toBe(false);
    expect(endsByItself(empty, later(5))).toBe(true);
    expect(endsByItself({ ...empty, lastWithSpace: true }, later(60))).toBe(false);
  });
});
