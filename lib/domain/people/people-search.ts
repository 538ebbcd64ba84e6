/** What is looked for is a part of a name or handle, in characters; nobody's is longer. */
export const MAX_PEOPLE_SEARCH = 60;
