/** A text without pictures, which the fonts do not have, and controls. Joiners stay: they shape the letters beside them. */
export const drawable = (text: string): string =>
  text
    .normalize("NFC")
    .replace(PICTURES, "")
    .replace(/\p{Cc}|\s+/gu, " ")
    .replace(/ +/g, " ")
    .trim();

/** With the joiners by which several of them are one. */
const PICTURES = /(?:\p{Extended_Pictographic}|\p{Emoji_Modifier}|\p{Regional_Indicator}|\u20e3|\ufe0f)\u200d?/gu;
