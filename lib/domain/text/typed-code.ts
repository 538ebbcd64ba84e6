/** Those of Arabic and of Persian keyboards: their last four bits are what they count. */
const ARABIC_DIGITS = /[\u0660-\u0669\u06f0-\u06f9]/g;

/** A code as people type or paste it, without spaces, dashes and marks of direction, and in our digits. */
export const typedCode = (text: string): string =>
  text
    .normalize("NFKC")
    .replace(/[\s\p{Cf}\p{Pd}]/gu, "")
    .replace(ARABIC_DIGITS, (digit) => String(digit.charCodeAt(0) & 0xf));
