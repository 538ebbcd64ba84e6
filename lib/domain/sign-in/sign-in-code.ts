/** How long a code from a letter counts. Source: stack, trap 5. */
export const CODE_TTL_MS = 10 * 60_000;

/** Wrong tries that a code survives. With six digits, one letter gives away at most five chances in a million. */
export const MAX_CODE_TRIES = 5;

export const CODE_DIGITS = 6;

/** A code as it stands in Postgres, and whether what was shown fits it. */
export type ShownCode = {
  tries: number;
  expiresAt: Date;
  usedAt: Date | null;
  codeMatches: boolean;
  /** The browser that shows the code is the one that asked for it. */
  browserMatches: boolean;
};

/**
 * `accepted` lets the person in and uses the code up; `wrong` costs a try; `void` means that nothing could have been right.
 * Another browser costs no try: else anyone could use up the tries of an address they merely know.
 */
export function judgeCode(code: ShownCode, now: Date): "accepted" | "wrong" | "void" {
  if (!code.browserMatches || code.usedAt || code.expiresAt <= now || code.tries >= MAX_CODE_TRIES) return "void";
  return code.codeMatches ? "accepted" : "wrong";
}

/** The digits as people type or paste them: `123 456`, `123-456`. Null for what is no code. */
export function readCode(text: string): string | null {
  const digits = text.normalize("NFKC").replace(/[\s-]/g, "");
  return /^\d{6}$/.test(digits) ? digits : null;
}
