import { randomUUID } from "node:crypto";
import type { RoomStatus } from "@/lib/domain/rooms/room";
import { hotPool } from "@/lib/server/postgres/db";
import { listen } from "@/lib/server/postgres/listen";
import { log } from "@/lib/server/postgres/log";
import { oncePerProcess } from "@/lib/server/postgres/process";
import { HALLWAY_CHANNEL } from "./ring-hallway";

/** The channel on which processes say how many wait with them; the payload is the room's id, the process's, and their number. */
const WAITING_CHANNEL = "waiting";

const SAY_EVERY_MS = 3_000;

/** A process that says nothing for so long has ended, and its people wait with another by now. */
const SILENT_MS = 10_000;

/** One event of `GET /api/rooms/:id/waiting`: how many pages wait for it to begin, and whether it has. */
export type WaitingEvent = { people: number; status: RoomStatus };

type Watcher = (event: WaitingEvent) => void;

/** `fresh`: of the watchers those who were told nothing yet. */
type Waiting = {
  watchers: Set<Watcher>;
  fresh: Set<Watcher>;
  others: Map<string, { people: number; at: number }>;
};

type Hub = { id: string; rooms: Map<string, Waiting>; told: Map<string, number>; looking: boolean };

/** Tells how many wait for a planned room, over all processes, and when it has gone live or ended. Returns what ends the watching. */
export function watchWaiting(roomId: string, tell: Watcher): () => void {
  const hub = oncePerProcess("waitingHub", openHub);
  const waiting = hub.rooms.get(roomId) ?? { watchers: new Set(), fresh: new Set(), others: new Map() };
  hub.rooms.set(roomId, waiting);
  waiting.watchers.add(tell);
  waiting.fresh.add(tell);
  // What happened between the page and this is made up for; one look serves all who come in the meantime.
  void look(hub);
  return () => {
    waiting.watchers.delete(tell);
    waiting.fresh.delete(tell);
  };
}

function openHub(): Hub {
  const hub: Hub = { id: randomUUID(), rooms: new Map(), told: new Map(), looking: false };
  listen(WAITING_CHANNEL, (payload) => {
    const [roomId = "", by = "", people = ""] = payload?.split(" ") ?? [];
    if (by !== hub.id) hub.rooms.get(roomId)?.others.set(by, { people: Number(people), at: Date.now() });
  });
  listen(HALLWAY_CHANNEL, (roomId) => {
    if (roomId === null || hub.rooms.has(roomId)) void look(hub);
  });
  setInterval(() => void sayAll(hub), SAY_EVERY_MS).unref();
  return hub;
}

const peopleOf = ({ watchers, others }: Waiting): number => {
  let people = watchers.size;
  for (const other of others.values()) if (other.at > Date.now() - SILENT_MS) people += other.people;
  return people;
};

/** Says to the others how many wait here, and to everybody here how many wait in all, where that changed. */
async function sayAll(hub: Hub): Promise<void> {
  const here = [...hub.rooms].map(([roomId, { watchers }]) => `${roomId} ${hub.id} ${watchers.size}`);
  for (const [roomId, waiting] of hub.rooms) {
    const people = peopleOf(waiting);
    if (waiting.watchers.size > 0 && hub.told.get(roomId) !== people) {
      hub.told.set(roomId, people);
      for (const tell of waiting.watchers) tell({ people, status: "scheduled" });
    }
    if (waiting.watchers.size === 0) forget(hub, roomId);
  }
  if (here.length === 0) return;
  await hotPool()
    .query({
      name: "say-waiting",
      text: "SELECT pg_notify($1, said) FROM unnest($2::text[]) AS said",
      values: [WAITING_CHANNEL, here],
    })
    .catch((fault: unknown) => log().debug({ err: fault }, "others were not told who waits"));
}

function forget(hub: Hub, roomId: string): void {
  hub.rooms.delete(roomId);
  hub.told.delete(roomId);
}

/**
 * Reads once whether the rooms that are waited for have begun, and tells those who wait. How many there are it tells newcomers alone: while a crowd
 * arrives the others hear that every few seconds, not with each who comes.
 */
async function look(hub: Hub): Promise<void> {
  if (hub.looking) return;
  hub.looking = true;
  // Whoever comes in the same moment is looked up with them.
  await new Promise((resolve) => setTimeout(resolve, LOOK_AFTER_MS));
  hub.looking = false;
  try {
    const { rows } = await hotPool().query<{ id: string; status: RoomStatus }>({
      name: "waited-for",
      text: "SELECT id, status FROM room WHERE id = ANY($1::uuid[])",
      values: [[...hub.rooms.keys()]],
    });
    for (const { id, status } of rows) {
      const waiting = hub.rooms.get(id);
      if (!waiting) continue;
      const event = { people: peopleOf(waiting), status };
      for (const tell of status === "scheduled" ? waiting.fresh : waiting.watchers) tell(event);
      waiting.fresh.clear();
    }
  } catch (fault) {
    log().debug({ err: fault }, "those who wait were not told");
  }
}

const LOOK_AFTER_MS = 200;
