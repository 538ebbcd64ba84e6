import { describe, expect, it } from "vitest";
import { type ChecklistFacts, type ChecklistLine, checklist, missingLanguages } from "@/lib/domain/shows/checklist";
import { BACKSTAGE_BEFORE_MS } from "@/lib/domain/shows/show";

const HOUR = new Date("2026-12-06T20:00:00Z");
const ahead = (ms: number) => new Date(HOUR.getTime() - ms);

/** An episode of which everything is done that can be done before its backstage opens. */
const READY: ChecklistFacts = {
  scheduledFor: HOUR,
  kind: "open",
  isDraft: false,
  described: true,
  pictured: true,
  opensItself: true,
  leaders: 2,
  guests: { invited: 0, accepted: 1, declined: 1 },
  language: "en",
  interpreted: ["de"],
  comers: [
    { language: "en", people: 60 },
    { language: "de", people: 40 },
  ],
  places: 100,
  team: { been: 0, all: 4 },
  records: true,
};

const of = (line: ChecklistLine, facts: Partial<ChecklistFacts>, now = ahead(BACKSTAGE_BEFORE_MS + 1)) =>
  checklist({ ...READY, ...facts }, now)[line];

describe("the checklist before an episode's hour", () => {
  it("has nothing open where everything is done", () => {
    expect(checklist(READY, ahead(BACKSTAGE_BEFORE_MS + 1))).toEqual({
      announced: "done",
      words: "done",
      picture: "done",
      opening: "done",
      leaders: "done",
      guests: "done",
      interpreters: "done",
      places: "done",
      backstage: "not_needed",
      recording: "done",
    });
  });

  it.each([
    ["announced", { isDraft: true }, "open"],
    ["words", { described: false }, "open"],
    ["picture", { pictured: false }, "open"],
    ["picture", { pictured: null }, "not_needed"],
    ["opening", { opensItself: false }, "not_needed"],
    ["opening", { scheduledFor: null }, "open"],
    ["opening", { scheduledFor: null, opensItself: false }, "open"],
    ["leaders", { leaders: 1 }, "open"],
    ["guests", { guests: { invited: 1, accepted: 5, declined: 0 } }, "open"],
    ["guests", { guests: { invited: 0, accepted: 0, declined: 2 } }, "done"],
    ["guests", { guests: { invited: 0, accepted: 0, declined: 0 } }, "not_needed"],
    ["interpreters", { interpreted: [] }, "open"],
    ["interpreters", { interpreted: ["fr"] }, "open"],
    ["interpreters", { interpreted: [], language: "de", comers: [{ language: "de", people: 3 }] }, "not_needed"],
    ["interpreters", { interpreted: [], comers: [] }, "not_needed"],
    ["interpreters", { interpreted: ["fr"], comers: [] }, "done"],
    ["places", { places: 99 }, "open"],
    ["places", { comers: [], places: 1 }, "done"],
    ["recording", { records: false }, "not_needed"],
  ] as const)("%s with %o is %s", (line, facts, state) => {
    expect(of(line, facts)).toBe(state);
  });

  it("asks who of the team was behind the stage only once it is open", () => {
    expect(of("backstage", {}, ahead(BACKSTAGE_BEFORE_MS + 1))).toBe("not_needed");
    expect(of("backstage", {}, ahead(BACKSTAGE_BEFORE_MS))).toBe("open");
    expect(of("backstage", { team: { been: 3, all: 4 } }, HOUR)).toBe("open");
    expect(of("backstage", { team: { been: 4, all: 4 } }, HOUR)).toBe("done");
    expect(of("backstage", { scheduledFor: null, team: { been: 1, all: 1 } })).toBe("done");
  });
});

describe("the languages that are missing", () => {
  const people = (...counts: [language: string, people: number][]) =>
    counts.map(([language, count]) => ({ language, people: count }));
  const missing = (language: string, interpreted: string[], ...counts: [string, number][]) =>
    missingLanguages({ language, interpreted, comers: people(...counts) }).map((one) => one.language);

  it("are those of many who come, the most wanted first; fewer than a tenth are none", () => {
    expect(missing("en", [], ["en", 70], ["ar", 10], ["de", 20])).toEqual(["de", "ar"]);
    expect(missing("en", [], ["en", 91], ["de", 9])).toEqual([]);
  });

  it("are none that are spoken or interpreted, in whichever land", () => {
    expect(missing("en-gb", ["pt-br"], ["en", 5], ["pt", 5])).toEqual([]);
    expect(missing("en", ["de"], ["de", 5], ["ar", 5])).toEqual(["ar"]);
  });
});
