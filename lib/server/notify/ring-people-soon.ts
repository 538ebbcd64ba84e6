import type { PersonId } from "@/lib/domain/ids";
import { PEOPLE_CHANNEL } from "./ring-person";
import { ringSoon } from "./ring-soon";

/** A crowd that follows one person is one word to their pages. */
const RING_EVERY_MS = 2_000;

/** Tells these people's open pages to look, soon, and once for many who do the same to them. */
export const ringPeopleSoon = (ids: readonly PersonId[]): void => ringSoon(PEOPLE_CHANNEL, ids, RING_EVERY_MS);
