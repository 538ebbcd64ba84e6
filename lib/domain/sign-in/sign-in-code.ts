import { typedCode } from "@/lib/domain/text/typed-code";

/** How long a mailed code counts. Source: stack, trap 5. */
export const CODE_TTL_MS = 10 * 60_000;

/** Wrong tries that a code survives. */
export const MAX_CODE_TRIES = 5;

/** Digits of a code that hardly anybody else asks for. */
export const CODE_DIGITS = 6;

/**
 * Digits once strangers have had more codes of one address than anybody needs. Nobody is refused a code for what others
 * ask, so it is its length that keeps guessing hopeless.
 */
export const LONG_CODE_DIGITS = 12;

/** A code as it stands in Postgres, found by the browser that shows it, and whether what was shown fits it. */
export type ShownCode = { tries: number; expiresAt: Date; usedAt: Date | null; codeMatches: boolean };

/** `accepted` lets the person in; `wrong` costs a try; `void` means that nothing could have been right. */
export function judgeCode(code: ShownCode, now: Date): "accepted" | "wrong" | "void" {
  if (code.usedAt || code.expiresAt <= now || code.tries >= MAX_CODE_TRIES) return "void";
  return code.codeMatches ? "accepted" : "wrong";
}

/** The digits as people type or paste them: `123 456`, `123-456`, `١٢٣٤٥٦`, with marks of direction. Null for what is no code. */
export function readCode(text: string): string | null {
  const digits = typedCode(text);
  const known = digits.length === CODE_DIGITS || digits.length === LONG_CODE_DIGITS;
  return known && /^\d+$/.test(digits) ? digits : null;
}
