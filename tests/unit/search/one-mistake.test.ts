import fc from "fast-check";
import { expect, it } from "vitest";
import { withOneMistake } from "@/lib/domain/search/one-mistake";

it.each([
  ["kruger", "krugr", "a letter is missing"],
  ["kruger", "kruuger", "a letter too many"],
  ["kruger", "krager", "another letter"],
  ["kruger", "kurger", "two changed places"],
  ["ольга", "олга", "of another script"],
])("%s could be meant by %s: %s", (meant, typed) => expect(withOneMistake(typed)).toContain(meant));

it("a word is not meant by itself, and a short one by nothing", () => {
  expect(withOneMistake("kruger")).not.toContain("kruger");
  expect(withOneMistake("kr")).toEqual([]);
});

it("whatever one mistake makes of a word leads back to it", () => {
  const word = fc.string({ unit: fc.constantFrom(..."abcdefghijklmnopqrstuvwxyz"), minLength: 4, maxLength: 12 });
  fc.assert(
    fc.property(word, fc.nat(), fc.nat(), (meant, which, place) => {
      const at = place % (meant.length - 1);
      const swapped = meant.slice(0, at) + meant[at + 1] + meant[at] + meant.slice(at + 2);
      const typed = [meant.slice(0, at) + meant.slice(at + 1), `${meant.slice(0, at)}q${meant.slice(at)}`, swapped][
        which % 3
      ];
      expect([meant, ...withOneMistake(typed ?? "")]).toContain(meant);
      if (typed !== meant) expect(withOneMistake(typed ?? "")).toContain(meant);
    }),
  );
});

it("tries a few hundred words at most", () => expect(withOneMistake("a".repeat(12)).length).toBeLessThan(700));
