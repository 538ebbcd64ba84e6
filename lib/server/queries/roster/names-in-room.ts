import type { RoomId } from "@/lib/domain/ids";
import { hotPool } from "@/lib/server/postgres/db";
import { keptByRoom } from "@/lib/server/queries/rooms/kept-by-room";
import { foldName, type Named } from "./find-in-room";

/** A new name is found after this long at the latest. */
const NAMES_KEPT_MS = 60_000;

const NAMES_SQL = "SELECT p.id, p.name, p.handle FROM person p WHERE p.id = ANY($1::uuid[]) AND p.kind = 'member'";

/** By id; null for guests, who have no name to be found by. `reading`: one at a time reads what is missing. */
type Names = { byId: Map<string, Named | null>; reading: Promise<void> };

const names = keptByRoom(
  "namesInRooms",
  NAMES_KEPT_MS,
  async (): Promise<Names> => ({ byId: new Map(), reading: Promise.resolve() }),
);

/**
 * The names of these people, to be searched. They are kept for the room, so that a search asks only for people who have
 * come since the last one; the first search of a minute asks for all.
 */
export async function namesInRoom(roomId: RoomId, ids: readonly string[]): Promise<Named[]> {
  const kept = await names.of(roomId);
  kept.reading = kept.reading.catch(() => undefined).then(() => readMissing(kept.byId, ids));
  await kept.reading;
  return ids.flatMap((id) => kept.byId.get(id) ?? []);
}

async function readMissing(byId: Names["byId"], ids: readonly string[]): Promise<void> {
  const missing = ids.filter((id) => !byId.has(id));
  if (missing.length === 0) return;
  const { rows } = await hotPool().query<{ id: string; name: string; handle: string | null }>({
    name: "names-in-room",
    text: NAMES_SQL,
    values: [missing],
  });
  for (const id of missing) byId.set(id, null);
  for (const { id, name, handle } of rows) byId.set(id, { id, folded: [foldName(name), handle ?? ""] });
}
