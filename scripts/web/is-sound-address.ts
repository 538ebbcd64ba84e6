/** Longer addresses are nobody's: an invitation with everything on it has a few hundred characters. */
const MAX_LENGTH = 4_096;

/** Next renders its pages for faults under names of their own, with the status of a fault. */
const PAGE_OF_NEXT = /^[/.]*\/_(?!next\/)/;

/**
 * Whether a request's target names something at all: a path of ours, every escape in it UTF-8, and no NUL, which no
 * database and no file system takes. The query is text too, and read as leniently as browsers write it.
 */
export function isSoundAddress(target: string): boolean {
  if (!target.startsWith("/") || target.length > MAX_LENGTH || PAGE_OF_NEXT.test(target)) return false;
  try {
    return !decodeURIComponent(target.split("?", 1)[0] ?? "").includes("\0");
  } catch {
    return false;
  }
}
