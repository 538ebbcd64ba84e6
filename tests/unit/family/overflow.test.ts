import { describe, expect, it } from "vitest";
import { chooseOverflow, type Guided, opensAhead } from "@/lib/domain/family/overflow";
import type { PersonId, RoomId } from "@/lib/domain/ids";
import type { DoorRoom } from "@/lib/domain/seats/admission";
import { FamilyGrowth } from "@/lib/server/admission/family-growth";

const hall = (id: string, language = "en", openSeats = 1): DoorRoom => ({
  id: id as RoomId,
  title: "Night trains",
  kind: "open",
  status: "live",
  guestsAllowed: true,
  createdById: "ada" as PersonId,
  language,
  mainRoomId: "main" as RoomId,
  overflowLimit: 0,
  capacity: 10,
  reserve: 0,
  openSeats,
  stageSeats: 0,
  leaderSeats: 0,
  hostSeats: 0,
});
const main = (overflowLimit = 5): DoorRoom => ({ ...hall("main"), mainRoomId: null, overflowLimit });
const person = (...languages: string[]): Guided => ({
  languages,
  followed: new Map(),
  understood: new Map(),
  barredFrom: new Set(),
});
const understood = (...grades: [string, number][]) => new Map(grades.map(([id, grade]) => [id as RoomId, grade]));
const chosen = (rooms: DoorRoom[], who: Guided, room = main()) => chooseOverflow(room, rooms, who)?.id ?? null;

describe("a hall for a language", () => {
  it("is preferred by its speakers, in the order of their languages", () => {
    const halls = [hall("one", "en", 9), hall("two", "de"), hall("three", "fr")];
    expect(chosen(halls, person("de", "en"))).toBe("two");
    expect(chosen(halls, person("en", "de"))).toBe("one");
    expect(chosen(halls, person("pt", "fr"))).toBe("three");
  });

  it("takes nobody else while another may be opened, and everybody once none may", () => {
    const full = hall("one", "en", 10);
    expect(chosen([full, hall("two", "de")], person("en"))).toBeNull();
    expect(chosen([full, hall("two", "de")], person())).toBeNull();
    expect(chosen([full, hall("two", "de")], person("en"), main(2))).toBe("two");
  });

  it("of two, the one where it is understood better comes first; friends count before small differences", () => {
    const halls = [hall("one", "de", 9), hall("two", "de")];
    expect(chosen(halls, { ...person("de"), understood: understood(["one", 1.6], ["two", 4.4]) })).toBe("two");
    expect(chosen(halls, { ...person("de"), understood: understood(["one", 1.6]) })).toBe("two");
    expect(chosen(halls, { ...person("de"), understood: understood(["two", 4.4]) })).toBe("two");
    expect(chosen(halls, { ...person("de"), understood: understood(["two", 1.6]) })).toBe("one");
    const close = { ...person("de"), understood: understood(["one", 4.4], ["two", 4.6]) };
    expect(chosen(halls, close)).toBe("one");
    const friends = new Map([["two" as RoomId, 3]]);
    expect(chosen(halls, { ...close, followed: friends })).toBe("two");
  });
});

describe("an overflow room is opened ahead of need", () => {
  const filled = (openSeats: number, overflowLimit = 5): DoorRoom => ({ ...main(overflowLimit), openSeats });
  it.each([
    ["while ten seconds of arrivals would fill what is left", filled(1), [], 1, true],
    ["not while they would not", filled(1), [], 0.8, false],
    ["not while nobody comes", filled(10), [], 0, false],
    ["with the places of the halls that are open", filled(10), [hall("one", "en", 2)], 0.9, true],
    ["not with as many as are left there", filled(10), [hall("one", "en", 2)], 0.8, false],
    ["not beside one that stands empty", filled(10), [hall("one", "en", 0)], 100, false],
    ["not where none may be opened", filled(10, 1), [hall("one", "en", 9)], 100, false],
    ["not of a room that has ended", { ...filled(10), status: "ended" } as DoorRoom, [], 100, false],
  ])("%s", (_rule, room, halls, seatsPerSecond, opens) => {
    expect(opensAhead(room, halls, seatsPerSecond)).toBe(opens);
  });
});

describe("how fast a family fills", () => {
  const mainRoom = "main" as RoomId;
  const growth = () => {
    const clock = { ms: 10_000 };
    return { clock, seen: new FamilyGrowth(() => clock.ms) };
  };

  it("is what its seats grew by since the first batch of the last three seconds", () => {
    const { clock, seen } = growth();
    seen.note(mainRoom, 4);
    expect(seen.perSecond(mainRoom, 7)).toBe(1);
    clock.ms += 2_000;
    // Five more sat down at another door meanwhile.
    seen.note(mainRoom, 12);
    expect(seen.perSecond(mainRoom, 13)).toBe(3);
    clock.ms += 1_500;
    expect(seen.perSecond(mainRoom, 15)).toBe(1);
  });

  it("is nothing before a first batch, nor while it shrinks, nor from what lies further back", () => {
    const { clock, seen } = growth();
    expect(seen.perSecond(mainRoom, 50)).toBe(0);
    seen.note(mainRoom, 50);
    expect(seen.perSecond(mainRoom, 40)).toBe(0);
    clock.ms += 3_001;
    expect(seen.perSecond(mainRoom, 90)).toBe(0);
  });
});
