import { typedCode } from "@/lib/domain/text/typed-code";

/** How many people a member may bring here. Admins bring as many as they like. */
export const INVITES_OF_MEMBER = 5;

/** Most people that one code brings, whoever makes it. */
export const MAX_USES = 1_000;

export const MAX_DAYS = 90;

/** Digits and letters that are not taken for each other: no i, l, o and u. */
const ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz";

const LETTERS = 12;

/** A code as its rule sees it. `makerIsHere`: whoever made it is neither banned nor gone. */
export type InviteCodeFacts = {
  maxUses: number;
  uses: number;
  expiresAt: Date;
  revokedAt: Date | null;
  makerIsHere: boolean;
};

/** `open` brings somebody here; `spent` brought all it could, or is too old; `gone` is answered like one that never was. */
export type CodeState = "open" | "spent" | "gone";

export function codeState(code: InviteCodeFacts, now: Date): CodeState {
  if (code.revokedAt !== null || !code.makerIsHere) return "gone";
  return code.uses < code.maxUses && code.expiresAt > now ? "open" : "spent";
}

/** A code as its maker's budget sees it. */
type Promised = Pick<InviteCodeFacts, "maxUses" | "uses" | "expiresAt" | "revokedAt">;

/**
 * How many more people somebody may promise a place; null for as many as they like. Who came counts for good. What a code that
 * still counts may bring is promised; what a revoked or old one did not bring is to be had again.
 */
export function invitesLeft(maker: { admin: boolean }, codes: readonly Promised[], now: Date): number | null {
  if (maker.admin) return null;
  const promised = codes.map(({ maxUses, uses, expiresAt, revokedAt }) =>
    revokedAt === null && expiresAt > now ? maxUses : uses,
  );
  return Math.max(0, INVITES_OF_MEMBER - promised.reduce((sum, one) => sum + one, 0));
}

/** Twelve letters out of 60 bits, the first of some bytes: `abcd-efgh-jkmn`. `bytes`: eight or more. */
export function writeCode(bytes: Uint8Array): string {
  const bits = [...bytes.slice(0, 8)].map((byte) => byte.toString(2).padStart(8, "0")).join("");
  const letters = Array.from(
    { length: LETTERS },
    (_, at) => ALPHABET[Number.parseInt(bits.slice(5 * at, 5 * at + 5), 2)],
  );
  return letters.join("").replace(/(.{4})(?=.)/g, "$1-");
}

/** A code as people type it, in the one spelling that writeCode gives; null for what is none. */
export function readInviteCode(text: string): string | null {
  const letters = typedCode(text).toLowerCase().replaceAll("o", "0").replace(/[il]/g, "1");
  const isCode = letters.length === LETTERS && [...letters].every((letter) => ALPHABET.includes(letter));
  return isCode ? letters.replace(/(.{4})(?=.)/g, "$1-") : null;
}
