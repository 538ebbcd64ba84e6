/** Between the parts of a list that somebody types: an Arabic keyboard has a comma of its own. */
export const COMMA = /[,،]/;
