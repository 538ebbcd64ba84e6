import { describe, expect, it } from "vitest";
import { filterChoices, filterPath } from "@/components/hallway/filter-choices";
import { becauseOf, type Ties } from "@/lib/domain/hallway/because";
import { matchesFilter } from "@/lib/domain/hallway/filter";
import {
  compareRanks,
  HALVED_EVERY_SECONDS,
  heatOf,
  type RoomTies,
  scoreOf,
  weightOf,
} from "@/lib/domain/hallway/ranking";
import { dealSuggestions } from "@/lib/domain/suggestions/deal";

const NOW = Date.parse("2026-11-30T20:00:00Z");

type RankedRoom = RoomTies & { id: string; openSeats: number; liveAt: Date };

const room = (id: string, facts: Partial<RankedRoom> = {}): RankedRoom => ({
  ...{ id, followedOnStage: 0, followedListening: 0, sharesLanguage: false, sharesTopic: false, openSeats: 1 },
  ...{ liveAt: new Date(NOW), ...facts },
});

const order = (...rooms: RankedRoom[]): string[] =>
  rooms
    .map((ranked) => ({ id: ranked.id, score: scoreOf(weightOf(ranked), heatOf(ranked)) }))
    .toSorted(compareRanks)
    .map(({ id }) => id);

describe("a hallway's order", () => {
  it("puts each reason above all that come after it together", () => {
    const everythingBut = { sharesLanguage: true, sharesTopic: true, openSeats: 5_000 };
    expect(order(room("a", { ...everythingBut, followedListening: 5_000 }), room("b", { followedOnStage: 1 }))).toEqual(
      ["b", "a"],
    );
    expect(order(room("a", everythingBut), room("b", { followedListening: 1 }))).toEqual(["b", "a"]);
    expect(order(room("a", { sharesTopic: true, openSeats: 5_000 }), room("b", { sharesLanguage: true }))).toEqual([
      "b",
      "a",
    ]);
    expect(order(room("a", { openSeats: 5_000 }), room("b", { sharesTopic: true }))).toEqual(["b", "a"]);
  });

  it("counts every followed person on stage, so that two outweigh one", () => {
    expect(order(room("a", { followedOnStage: 1, followedListening: 99 }), room("b", { followedOnStage: 2 }))).toEqual([
      "b",
      "a",
    ]);
  });

  it("lets a room of twice the size be older by one half-life, and no more", () => {
    const older = (seconds: number) => new Date(NOW - seconds * 1_000);
    const small = room("small", { openSeats: 99 });
    const big = (seconds: number) => room("big", { openSeats: 199, liveAt: older(seconds) });
    expect(order(small, big(HALVED_EVERY_SECONDS - 60))).toEqual(["big", "small"]);
    expect(order(small, big(HALVED_EVERY_SECONDS + 60))).toEqual(["small", "big"]);
  });
});

describe("the line that says why", () => {
  const all: Ties = {
    nameOnStage: "Ben",
    followedOnStage: 3,
    followedListening: 2,
    sharesLanguage: true,
    sharedTopic: "Trains",
  };

  it("names the first reason that holds", () => {
    const without = { ...all, nameOnStage: null, followedOnStage: 0 };
    expect(becauseOf(all)).toEqual({ reason: "on_stage", name: "Ben", more: 2 });
    expect(becauseOf(without)).toEqual({ reason: "listening", count: 2 });
    expect(becauseOf({ ...without, followedListening: 0 })).toEqual({ reason: "language" });
    expect(becauseOf({ ...without, followedListening: 0, sharesLanguage: false })).toEqual({
      reason: "topic",
      topic: "Trains",
    });
    expect(becauseOf({ ...without, followedListening: 0, sharesLanguage: false, sharedTopic: null })).toBeNull();
  });
});

describe("the filter", () => {
  it("finds a language wherever it is spoken, and a topic whatever its capitals", () => {
    const trains = { language: "pt-br", topics: ["Night trains"] };
    expect(matchesFilter({}, trains)).toBe(true);
    expect(matchesFilter({ language: "pt", topic: "night Trains" }, trains)).toBe(true);
    expect(matchesFilter({ language: "en" }, trains)).toBe(false);
    expect(matchesFilter({ topic: "Night" }, trains)).toBe(false);
  });

  it("offers what is chosen as the way back out, and languages only where there is a choice", () => {
    expect(filterChoices({}, ["de"], [])).toEqual({ languages: [], topics: [] });
    const { languages, topics } = filterChoices(
      { language: "de", topic: "trains" },
      ["en", "de"],
      ["Law", "Trains", "law"],
    );
    expect(languages).toEqual([
      { name: "de", isOn: true, filter: { language: undefined, topic: "trains" } },
      { name: "en", isOn: false, filter: { language: "en", topic: "trains" } },
    ]);
    expect(topics.map(({ name, isOn }) => [name, isOn])).toEqual([
      ["trains", true],
      ["Law", false],
    ]);
    expect(filterPath({ language: "de", topic: "night trains" })).toBe("/?language=de&topic=night+trains");
    expect(filterPath({})).toBe("/");
  });
});

it("suggestions of each kind come in turn, and nobody twice", () => {
  const of = (...ids: string[]) => ids.map((id) => ({ person: { id } }));
  const dealt = dealSuggestions([of("ada", "ben", "cleo"), of("ben", "dev"), of()], 4);
  expect(dealt.map(({ person }) => person.id)).toEqual(["ada", "ben", "dev", "cleo"]);
});
