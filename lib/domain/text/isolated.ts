/** Letters that run right to left, and marks that say so. */
const RIGHT_TO_LEFT = /[\u0590-\u08ff\u200f\u061c\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;

/**
 * A stranger's words for the middle of one of our sentences, where no element can keep them apart: in the page's title, a label,
 * a notice. Right-to-left words are wrapped, so that they turn nothing beside them; others cannot, since the interface's own
 * languages run left to right.
 */
export const isolated = (text: string): string => (RIGHT_TO_LEFT.test(text) ? `\u2068${text}\u2069` : text);
