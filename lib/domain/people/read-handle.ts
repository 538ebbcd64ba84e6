/** What a handle is made of. */
export const HANDLE = /^[a-z0-9_]{2,30}$/;

/** A handle as somebody types it, in the spelling that counts. Not yet one that is allowed, or even possible. */
export const spellHandle = (typed: string): string => typed.trim().replace(/^@/, "").toLowerCase();

/** The same; null for what cannot be a handle. */
export function readHandle(typed: string): string | null {
  const handle = spellHandle(typed);
  return HANDLE.test(handle) ? handle : null;
}
