import { DisconnectReason, Room, RoomEvent } from "@livekit/rtc-node";
import { env } from "@/lib/env";

const CONNECT_TIMEOUT_MS = 10_000;

/** rtc-node mends a torn connection within this time or hardly ever. Left alone it tries for 20-30 s in vain. */
const MEND_MS = 2_000;

/** A dead server may never answer a goodbye. */
const LEAVE_TIMEOUT_MS = 3_000;

/** A connection to a room in LiveKit. `lost` is for good: the caller connects anew to go on. */
export type RoomConnection = {
  room: Room;
  /** Resolves when the connection is gone, with LiveKit's reason, or `TORN` where it was not mended in time. */
  lost: Promise<string>;
  close: () => Promise<void>;
};

/** What belongs to a connection: `before` hears its events from the first on, `begin` is part of being connected. */
type Conduct = { before?: (room: Room) => void; begin?: (room: Room) => unknown };

/**
 * Connects to the room that the token is for. Subscribes to nothing by itself.
 * Throws where LiveKit cannot be reached, or does not answer in 10 s.
 */
export async function connectRoom(token: string, { before, begin }: Conduct): Promise<RoomConnection> {
  const room = new Room();
  const lost = whenLost(room);
  before?.(room);
  let closing: Promise<void> | undefined;
  const close = () => {
    closing ??= within(LEAVE_TIMEOUT_MS, room.disconnect()).catch(() => undefined);
    return closing;
  };

  const connecting = room
    .connect(env().LIVEKIT_URL, token, { autoSubscribe: false, dynacast: false })
    .then(() => begin?.(room));
  try {
    await within(CONNECT_TIMEOUT_MS, connecting);
  } catch (fault) {
    // A connection that opens too late must not stay behind as a second one.
    void connecting.catch(() => undefined).then(close);
    throw fault;
  }
  return { room, lost, close };
}

function whenLost(room: Room): Promise<string> {
  return new Promise((resolve) => {
    let torn: NodeJS.Timeout | undefined;
    room.on(RoomEvent.Reconnecting, () => {
      torn ??= setTimeout(() => resolve("TORN"), MEND_MS);
    });
    room.on(RoomEvent.Reconnected, () => {
      clearTimeout(torn);
      torn = undefined;
    });
    room.once(RoomEvent.Disconnected, (reason) => {
      clearTimeout(torn);
      resolve(DisconnectReason[reason] ?? "UNKNOWN_REASON");
    });
  });
}

async function within<Value>(timeoutMs: number, value: Promise<Value>): Promise<Value> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`LiveKit did not answer within ${timeoutMs} ms`)), timeoutMs);
  });
  try {
    return await Promise.race([value, late]);
  } finally {
    clearTimeout(timer);
  }
}
