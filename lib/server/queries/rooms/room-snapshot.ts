import { createHash } from "node:crypto";
import type { RoomId } from "@/lib/domain/ids";
import { oncePerProcess } from "@/lib/server/postgres/process";
import { MAX_SNAPSHOT_AGE_MS } from "@/lib/wire/rooms/announcements";
import type { RoomView } from "@/lib/wire/rooms/views";
import { readRoomView } from "./read-room-view";

/**
 * What one process shares of a room: its view, the same as JSON text, that text's ETag, and the text that the door answers.
 * Plain values: several bundles use them.
 */
export type RoomSnapshot = { view: RoomView; text: string; etag: string; doorText: string };

/** So few that a join's answer does not grow with the room; the browser reads the others once it is connected. */
const FACES_AT_THE_DOOR = 8;

/** What a snapshot must have. `version`: at least this one. `maxAgeMs`: read no longer ago than this. */
export type Freshness = { version: number; maxAgeMs: number };

/** Reading snapshots takes at most this share of a process's time: one that took 5 ms is kept for 100. */
const READ_SHARE = 0.05;
const MIN_SNAPSHOT_AGE_MS = 50;

const MAX_ROOMS_KEPT = 500;

type Kept = { snapshot: Promise<RoomSnapshot | null>; readAt: number; tookMs: number };

/**
 * The room's shared snapshot, read anew only where the kept one is too old; callers who ask meanwhile wait for the same reading.
 * Null where there is no such room.
 */
export async function roomSnapshot(roomId: RoomId, wanted: Freshness): Promise<RoomSnapshot | null> {
  const rooms = oncePerProcess("roomSnapshots", () => new Map<RoomId, Kept>());
  for (let readings = 0; ; readings++) {
    const before = rooms.get(roomId);
    const kept = before && isYoung(before, wanted) ? before : readAnew(rooms, roomId);
    const snapshot = await kept.snapshot;
    if (!snapshot || snapshot.view.version >= wanted.version || readings === 2) return snapshot;
    // Of all who find it too old, only the first may send it away: the others would send away the reading they wait for.
    if (rooms.get(roomId) === kept) rooms.delete(roomId);
  }
}

function isYoung(kept: Kept, wanted: Freshness): boolean {
  const affordableMs = Math.max(MIN_SNAPSHOT_AGE_MS, kept.tookMs / READ_SHARE);
  return Date.now() - kept.readAt <= Math.min(MAX_SNAPSHOT_AGE_MS, Math.max(wanted.maxAgeMs, affordableMs));
}

function readAnew(rooms: Map<RoomId, Kept>, roomId: RoomId): Kept {
  const readAt = Date.now();
  const kept: Kept = { readAt, tookMs: 0, snapshot: readRoomView(roomId).then((view) => view && snapshotOf(view)) };
  rooms.delete(roomId);
  rooms.set(roomId, kept);
  const forget = () => {
    if (rooms.get(roomId) === kept) rooms.delete(roomId);
  };
  kept.snapshot.then((snapshot) => {
    kept.tookMs = Date.now() - readAt;
    if (!snapshot) forget();
  }, forget);
  const oldest = rooms.keys().next().value;
  if (rooms.size > MAX_ROOMS_KEPT && oldest !== undefined) rooms.delete(oldest);
  return kept;
}

/** With the texts that are made of a view. */
export function snapshotOf(view: RoomView): RoomSnapshot {
  const text = JSON.stringify(view);
  const doorText = JSON.stringify({ ...view, audience: view.audience.slice(0, FACES_AT_THE_DOOR) });
  return { view, text, etag: `"${createHash("sha1").update(text).digest("base64url")}"`, doorText };
}
