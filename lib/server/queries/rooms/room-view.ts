import type { RoomId } from "@/lib/domain/ids";
import { hotPool } from "@/lib/server/postgres/db";
import { gather } from "@/lib/server/postgres/gather";
import { oncePerProcess } from "@/lib/server/postgres/process";
import type { RoomView } from "@/lib/wire/rooms/views";
import { asSeenBy } from "./as-seen-by";
import { fromOutside } from "./from-outside";
import { type RoomSnapshot, roomSnapshot } from "./room-snapshot";
import type { Onlooker } from "./visibility";

/** The room as currentSnapshot has it, for one person. Null where there is no such room; whether they may see it is visibleRoom's to say. */
export async function roomView(caller: Onlooker, roomId: RoomId): Promise<RoomView | null> {
  const snapshot = await currentSnapshot(roomId);
  return snapshot && fromOutside(caller, await asSeenBy(caller, snapshot)).view;
}

/**
 * The room for everyone in it: every event committed before the call is in it, and who sits in the audience is at most a second old.
 * Null where there is no such room. One look-up of the versions serves all who ask at the same moment.
 */
export async function currentSnapshot(roomId: RoomId): Promise<RoomSnapshot | null> {
  const versionOf = oncePerProcess("roomVersions", () => gather(readVersions));
  return roomSnapshot(roomId, { version: await versionOf(roomId), maxAgeMs: 0 });
}

async function readVersions(roomIds: RoomId[]): Promise<number[]> {
  const { rows } = await hotPool().query<{ room_id: string; version: number }>({
    name: "room-versions",
    text: "SELECT room_id, version::int FROM room_clock WHERE room_id = ANY($1::uuid[])",
    values: [[...new Set(roomIds)]],
  });
  const versions = new Map(rows.map((row) => [row.room_id, row.version]));
  return roomIds.map((roomId) => versions.get(roomId) ?? 0);
}
