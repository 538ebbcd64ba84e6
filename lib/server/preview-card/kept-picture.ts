import { Line } from "@/lib/server/portraits/line";
import { oncePerProcess } from "@/lib/server/postgres/process";

/** How long a picture is shown as it was drawn; services that fetch links keep it longer anyway. */
const KEPT_MS = 60_000;
const MOST_KEPT = 200;

/** Pictures that wait to be drawn. A caller beyond that gets the one that says nothing. */
const MOST_WAITING = 8;

type Kept = { facts: string; drawnAt: number; picture: Promise<Buffer> };

/** `key`: whose picture it is. `facts`: whatever changes it at once. `forever`: it says nothing, and never grows old. */
type Wanted = { key: string; facts: string; forever?: boolean; draw: () => Promise<Buffer> };

/** A picture, drawn after all that wait already and kept for a minute; null where too many wait. */
export function keptPicture({ key, facts, forever = false, draw }: Wanted): Promise<Buffer> | null {
  const { kept, line } = oncePerProcess("keptPictures", () => ({ kept: new Map<string, Kept>(), line: new Line() }));
  const now = Date.now();
  const known = kept.get(key);
  if (known?.facts === facts && (forever || now - known.drawnAt < KEPT_MS)) return known.picture;
  if (!forever && line.waiting >= MOST_WAITING) return null;
  const picture = line.after(draw);
  kept.delete(key);
  kept.set(key, { facts, drawnAt: now, picture });
  const [oldest] = kept.keys();
  if (kept.size > MOST_KEPT && oldest !== undefined) kept.delete(oldest);
  // One that could not be drawn is tried anew by the next who asks.
  picture.catch(() => kept.delete(key));
  return picture;
}
