import { oncePerProcess } from "@/lib/server/postgres/process";

/** How old an answer may be that is the same for everyone. */
const MAX_AGE_MS = 1_000;

type Kept = { reading: Promise<unknown>; readAt: number };

/**
 * Shares one reading among all who ask within a second, once a process: a crowd that opens a page costs one query of it.
 * A reading that failed is not kept. Source: mechanics, announcements ("one shared snapshot, built once a process").
 */
export function keptForAll<Value>(name: string, read: () => Promise<Value>): Promise<Value> {
  const all = oncePerProcess("keptForAll", () => new Map<string, Kept>());
  const before = all.get(name);
  if (before && Date.now() - before.readAt <= MAX_AGE_MS) return before.reading as Promise<Value>;
  const reading = read();
  const kept: Kept = { reading, readAt: Date.now() };
  all.set(name, kept);
  const forget = () => all.get(name) === kept && all.delete(name);
  reading.catch(forget);
  setTimeout(forget, MAX_AGE_MS).unref();
  return reading;
}
