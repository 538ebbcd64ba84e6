/** Somebody to be found. `folded`: what they are found by, their name as foldName leaves it and their handle. */
export type Named = { id: string; folded: readonly [name: string, handle: string] };

const MOST_FOUND = 20;

/** The ids of people whose name or handle holds `sought`; names that begin with it come first. Pure. */
export function findInRoom(people: readonly Named[], sought: string): string[] {
  const wanted = foldName(sought.replace(/^@/, ""));
  const rank = ({ folded }: Named): number => {
    if (folded.some((text) => text.startsWith(wanted))) return 0;
    return folded.some((text) => text.includes(wanted)) ? 1 : 2;
  };
  return people
    .map((person) => ({ id: person.id, rank: rank(person) }))
    .filter((found) => found.rank < 2)
    .sort((one, other) => one.rank - other.rank)
    .slice(0, MOST_FOUND)
    .map(({ id }) => id);
}

/** Without accents, case, and what is not seen: "Zoe" finds "Zoë". */
export const foldName = (text: string): string =>
  text
    .normalize("NFKD")
    .replace(/[\p{M}\p{Default_Ignorable_Code_Point}]/gu, "")
    .toLowerCase();
