/** What can be looked for, in the order in which a mixed answer shows it. */
export const SEARCH_KINDS = ["people", "rooms", "shows", "clubs", "topics"] as const;

export type SearchKind = (typeof SEARCH_KINDS)[number];

/** Longest text that is looked for, in characters as readers count them. A room's title fits. */
export const MAX_SEARCH = 100;

/** How many of each kind a mixed answer shows. */
export const FOUND_OF_EACH = 5;

/** How many a page of one kind shows. */
export const FOUND_A_PAGE = 20;
