/** Letters that run right to left, and marks that say so. */
const RIGHT_TO_LEFT = /[\u0590-\u08ff\u200f\u061c\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;

/**
 * A stranger's words for the middle of one of our sentences, where no element can keep them apart: in the page's title, a label,
 * a notice. Right-to-left words are wrapped, so that they turn nothing beside them. Others need it only in sentences that run
 * right to left themselves, and there the sentence wraps whatever is put into it (tests/unit/messages.test.ts).
 */
export const isolated = (text: string): string => (RIGHT_TO_LEFT.test(text) ? apart(text) : text);

/** The same for one of several names in a row, which no sentence wraps one by one. */
export const apart = (text: string): string => `\u2068${text}\u2069`;
