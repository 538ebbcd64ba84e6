import { followCounts } from "./follow-counts";

/** How many people follow this one. */
export const followersOf = async (personId: string): Promise<number> => (await followCounts(personId)).followers;
