import { describe, expect, it } from "vitest";
import type { DoorRoom } from "@/lib/domain/admission";
import type { PersonId, RoomId } from "@/lib/domain/ids";
import { chooseOverflow, type Guided } from "@/lib/domain/overflow";

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
