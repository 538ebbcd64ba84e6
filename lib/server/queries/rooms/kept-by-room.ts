import type { RoomId } from "@/lib/domain/ids";
import { oncePerProcess } from "@/lib/server/postgres/process";

const MAX_ROOMS_KEPT = 200;

type Kept<Value> = { reading: Promise<Value>; value: Value | null; readAt: number };

type KeptByRoom<Value> = {
  /** The kept value if it is young enough, else one new reading that all wait for who ask meanwhile. */
  of: (roomId: RoomId) => Promise<Value>;
  /** What is kept and no older than `maxAgeMs`; asks nothing, and is null where nothing is. */
  known: (roomId: RoomId, maxAgeMs: number) => Value | null;
};

/**
 * Shares one reading about a room among all who ask within `maxAgeMs`, once a process. `Value` is plain: several bundles
 * use it. Source: mechanics, announcements ("one shared snapshot, built once a process").
 */
export function keptByRoom<Value>(
  name: string,
  maxAgeMs: number,
  read: (roomId: RoomId) => Promise<Value>,
): KeptByRoom<Value> {
  const rooms = () => oncePerProcess(name, () => new Map<RoomId, Kept<Value>>());
  return {
    of: (roomId) => {
      const before = rooms().get(roomId);
      return before && Date.now() - before.readAt <= maxAgeMs ? before.reading : keep(rooms(), roomId, read(roomId));
    },
    known: (roomId, age) => {
      const kept = rooms().get(roomId);
      return kept && Date.now() - kept.readAt <= age ? kept.value : null;
    },
  };
}

function keep<Value>(rooms: Map<RoomId, Kept<Value>>, roomId: RoomId, reading: Promise<Value>): Promise<Value> {
  const kept: Kept<Value> = { reading, value: null, readAt: Date.now() };
  rooms.delete(roomId);
  rooms.set(roomId, kept);
  reading.then(
    (value) => {
      kept.value = value;
    },
    () => rooms.get(roomId) === kept && rooms.delete(roomId),
  );
  const oldest = rooms.keys().next().value;
  if (rooms.size > MAX_ROOMS_KEPT && oldest !== undefined) rooms.delete(oldest);
  return reading;
}
