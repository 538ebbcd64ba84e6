import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { myOrder } from "@/lib/server/queries/hallway/my-order";
import { listsOf, type RankableRoom } from "@/lib/server/queries/hallway/rankable-rooms";
import type { MyTies } from "@/lib/server/queries/hallway/ties";

const LANGUAGES = ["de", "en", "fr", "ar"];
const TOPICS = ["trains", "law", "owls"];

const drawn = fc.record({
  language: fc.constantFrom(...LANGUAGES),
  topics: fc.subarray(TOPICS),
  // Some alike, so that ids decide.
  heat: fc.integer({ min: 0, max: 40 }),
  isMissed: fc.boolean(),
  onStage: fc.constantFrom(0, 0, 0, 1, 2),
  listening: fc.constantFrom(0, 0, 0, 1, 5),
});

const scene = fc.record({
  rooms: fc.array(drawn, { maxLength: 60 }),
  languages: fc.subarray(LANGUAGES),
  topics: fc.subarray(TOPICS),
  most: fc.integer({ min: 1, max: 20 }),
});

const idOf = (place: number): string => `${String(place).padStart(8, "0")}-0000-7000-8000-000000000000`;

describe("a hallway's order, from lists of live rooms", () => {
  it("is for the first so many what it is for all, whatever ties there are and whatever began meanwhile", () => {
    fc.assert(
      fc.property(scene, ({ rooms, languages, topics, most }) => {
        const made = rooms.map(
          ({ language, topics: on, heat }, place): RankableRoom => ({ id: idOf(place), language, topics: on, heat }),
        );
        const missed = made.filter((_, place) => rooms[place]?.isMissed);
        const all = { ...listsOf(made.filter((room) => !missed.includes(room))), missed };
        const known = rooms.flatMap(({ onStage, listening }, place) =>
          onStage + listening > 0 ? [{ roomId: idOf(place), onStage, listening, firstOnStage: null }] : [],
        );
        const ties: MyTies = { languages, topics, topicKey: null, known, hasBlocks: false };
        const whole = myOrder(all, ties, {}, { after: null, most: Number.POSITIVE_INFINITY });
        expect(whole).toHaveLength(made.length);
        expect(myOrder(all, ties, {}, { after: null, most })).toEqual(whole.slice(0, most));

        const last = whole[most - 1];
        if (!last) return;
        expect(myOrder(all, ties, {}, { after: last, most })).toEqual(whole.slice(most, 2 * most));
      }),
      { numRuns: 500 },
    );
  });

  it("of one language or topic is that part of it", () => {
    fc.assert(
      fc.property(scene, ({ rooms, languages, topics, most }) => {
        const made = rooms.map(
          ({ language, topics: on, heat }, place): RankableRoom => ({ id: idOf(place), language, topics: on, heat }),
        );
        const ties: MyTies = { languages, topics, topicKey: null, known: [], hasBlocks: false };
        const all = { ...listsOf(made), missed: [] };
        const part = { after: null, most };
        const whole = myOrder(all, ties, {}, { after: null, most: Number.POSITIVE_INFINITY });
        const are = (wanted: (room: RankableRoom) => boolean) =>
          whole.filter(({ id }) => made.some((room) => room.id === id && wanted(room))).slice(0, most);
        expect(myOrder(all, ties, { language: "de-at" }, part)).toEqual(are(({ language }) => language === "de"));
        expect(myOrder(all, { ...ties, topicKey: "owls" }, { topic: "Owls" }, part)).toEqual(
          are((room) => room.topics.includes("owls")),
        );
      }),
      { numRuns: 200 },
    );
  });
});
