import { RoomServiceClient } from "livekit-server-sdk";
import { env } from "@/lib/env";
import { calledMedia } from "./called-media";

/** An act that cuts somebody off asks twice, and the person who acts must not wait longer for a server that hangs. */
const REQUEST_TIMEOUT_SECONDS = 3;

/** Only our own DeleteRoom ends a room (mechanics, rooms in LiveKit). */
const ROOM_TIMEOUT_SECONDS = 24 * 60 * 60;

/** How long a room is taken to be there without asking; asking again is cheap and creates nothing twice. */
const KNOWN_FOR_MS = 15_000;

let client: RoomServiceClient | undefined;

/**
 * LiveKit's room service, one client a process. Every call throws ServiceAway("media") where the media server
 * cannot be reached or does not answer in time; other faults are the SDK's own.
 */
export function mediaRooms(): RoomServiceClient {
  client ??= calledMedia(
    new RoomServiceClient(env().LIVEKIT_URL.replace(/^ws/, "http"), env().LIVEKIT_API_KEY, env().LIVEKIT_API_SECRET, {
      requestTimeout: REQUEST_TIMEOUT_SECONDS,
      failover: false,
    }),
  );
  return client;
}

type KnownRoom = { room: Promise<{ sid: string }>; until: number };

const known = new Map<string, KnownRoom>();

/**
 * Makes sure that LiveKit has the room, and answers its sid. Asked for the same room again within 15 s it answers from memory.
 * LiveKit's own limit lies 5 % and 20 above the capacity: a second line, since it counts dead sockets (livekit.md, rooms).
 */
export function ensureMediaRoom(roomId: string, capacity: number): Promise<{ sid: string }> {
  const now = Date.now();
  const before = known.get(roomId);
  if (before && before.until > now) return before.room;
  for (const [id, entry] of known) if (entry.until <= now) known.delete(id);
  const room = createRoom(roomId, capacity);
  const entry = { room, until: now + KNOWN_FOR_MS };
  known.set(roomId, entry);
  room.catch(() => {
    if (known.get(roomId) === entry) known.delete(roomId);
  });
  return room;
}

/** The next `ensureMediaRoom` asks LiveKit again: after the room ended, or was seen to be missing. */
export function forgetMediaRoom(roomId: string): void {
  known.delete(roomId);
}

async function createRoom(roomId: string, capacity: number): Promise<{ sid: string }> {
  const room = await mediaRooms().createRoom({
    name: roomId,
    emptyTimeout: ROOM_TIMEOUT_SECONDS,
    departureTimeout: ROOM_TIMEOUT_SECONDS,
    maxParticipants: Math.ceil(capacity * 1.05) + 20,
  });
  return { sid: room.sid };
}
