const MAX_LENGTH = 2_000;

/** A host that cannot exist, to see whether a path leaves it. */
const HERE = "http://here.invalid";

/**
 * Where to go after signing in: a path of this site, else `/`. Other sites are refused however they are dressed up:
 * `//evil`, `/\evil`, `/%09/evil` as a browser reads it, `/.//evil`, full addresses and scripts.
 */
export function safeNextPath(next: string | null | undefined): string {
  if (!next || next.length > MAX_LENGTH || !next.startsWith("/") || /[\\\p{C}]/u.test(next)) return "/";
  if (!URL.canParse(next, HERE)) return "/";
  const url = new URL(next, HERE);
  // Dots are resolved by now: `/.//evil` has become `//evil`.
  if (url.origin !== HERE || url.pathname.startsWith("//")) return "/";
  return `${url.pathname}${url.search}${url.hash}`;
}
