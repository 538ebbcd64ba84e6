import { isNameOfRank } from "@/lib/domain/names/ranks";
import { MAX_NAME, readName } from "@/lib/domain/names/read-name";
import { cleanText } from "@/lib/domain/text/clean-text";
import { firstOf } from "@/lib/domain/text/length";

const MAX_HANDLE = 30;

/** How long a handle that was given up is nobody's, so that nobody is taken for who had it. */
export const HANDLE_HELD_MS = 90 * 24 * 60 * 60 * 1_000;

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
  return plain.length >= 2 && !isReservedHandle(plain) ? plain : "member";
}

/** The same handle with a number behind it, for when it is taken. */
export const numberedHandle = (handle: string, number: number): string =>
  `${handle.slice(0, MAX_HANDLE - String(number).length)}${number}`;

/** A name as others may see it, cut where it is too long; empty where nothing may be seen of it. */
export function tidyName(name: string): string {
  const read = readName(firstOf(cleanText(name), MAX_NAME).slice(0, MAX_NAME * 8));
  return read.ok ? read.value : "";
}

/** Whether a handle would pass for the house itself. */
export const isReservedHandle = (handle: string): boolean => RESERVED.has(handle) || isNameOfRank(handle);
