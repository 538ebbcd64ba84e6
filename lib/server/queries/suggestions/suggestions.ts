import type { PersonId } from "@/lib/domain/ids";
import { dealSuggestions } from "@/lib/domain/suggestions/deal";
import type { Suggestion } from "@/lib/wire/suggestions/views";
import { followedByMine } from "./followed-by-mine";
import { speaksOfMine } from "./speaks-of-mine";
import { spokeWhereIWas } from "./spoke-where-i-was";

const MOST = 12;

/** Whom the caller might follow, each with its reason. Source: behaviours 31. */
export async function suggestions(caller: { id: PersonId }): Promise<Suggestion[]> {
  const kinds = await Promise.all([followedByMine(caller), spokeWhereIWas(caller), speaksOfMine(caller)]);
  return dealSuggestions(kinds, MOST);
}
