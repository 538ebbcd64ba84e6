const MAX_HANDLE = 30;
const MAX_NAME = 60;

/** Handles that would pass for the house itself. */
const RESERVED = new Set(["admin", "administrator", "moderator", "plenum", "support", "system", "security", "help"]);

const SPELT_OUT: Record<string, string> = { ä: "ae", ö: "oe", ü: "ue", ß: "ss", æ: "ae", ø: "o", å: "a", ł: "l" };

/** The handle that a name suggests: `Ada Krüger` → `ada_krueger`. Always a valid handle, not yet a free one. */
export function handleFrom(name: string): string {
  const spelt = name
    .normalize("NFC")
    .toLowerCase()
    .replace(/[äöüßæøåł]/g, (letter) => SPELT_OUT[letter] ?? "");
  const plain = spelt
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .replace(/[^a-z0-9]+/g, "_")
    .replace(/^_+|_+$/g, "")
    .slice(0, MAX_HANDLE)
    .replace(/_+$/, "");
  return plain.length >= 2 && !RESERVED.has(plain) ? plain : "member";
}

/** The same handle with a number behind it, for when it is taken. */
export const numberedHandle = (handle: string, number: number): string =>
  `${handle.slice(0, MAX_HANDLE - String(number).length)}${number}`;

/** A name as others may see it: one line, no invisible characters, at most 60. Empty where nothing is left. */
export const tidyName = (name: string): string =>
  [...name.normalize("NFC").replace(/\p{C}/gu, " ").replace(/\s+/g, " ").trim()].slice(0, MAX_NAME).join("").trim();

/** Whether a handle would pass for the house itself. */
export const isReservedHandle = (handle: string): boolean => RESERVED.has(handle);
