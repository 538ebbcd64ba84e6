/** Postgres stores no NUL, and half a surrogate pair is no character in any encoding. */
const UNSTORABLE = /\0|\p{Cs}/u;

/** Whether every name in a path could be somebody's: one that cannot even be stored names nothing. */
export const namesSomething = (params: Record<string, string>): boolean =>
  !Object.values(params).some((name) => UNSTORABLE.test(name));

/**
 * The path of the first text in a value that no database can store, such as `tags.2`; null where there is none. Asked of
 * all that comes in, so that no field has to think of it.
 */
export function unstorableText(value: unknown, path = ""): string | null {
  if (typeof value === "string") return UNSTORABLE.test(value) ? path : null;
  if (typeof value !== "object" || value === null) return null;
  for (const [name, part] of Object.entries(value)) {
    const inner = path === "" ? name : `${path}.${name}`;
    if (UNSTORABLE.test(name)) return path;
    const found = unstorableText(part, inner);
    if (found !== null) return found;
  }
  return null;
}
