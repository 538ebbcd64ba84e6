import { listen } from "@/lib/server/postgres/listen";
import { log } from "@/lib/server/postgres/log";
import { oncePerProcess } from "@/lib/server/postgres/process";
import { HALLWAY_CHANNEL } from "./ring-hallway";
import { type HeardPulse, roomPulses } from "./room-pulses";

/** Many changes of a room within this time are one event. */
const GATHER_MS = 1_000;

/** Rooms of one event; where more changed at once, hallways read everything anew. */
const MAX_ROOMS_AN_EVENT = 200;

/** How often at most hallways are asked to read anew for what may not be said to everyone. */
const REREAD_EVERY_MS = 15_000;

/** What every hallway of this process is told at once; each keeps to itself what it may not say. `reread`: as in HallwayPulse. */
export type HallwayNews = { heard: HeardPulse[]; reread: boolean };

type Hub = {
  watchers: Set<(news: HallwayNews) => void>;
  changed: Set<string>;
  /** Notifications may have been missed. */
  missed: boolean;
  timer: NodeJS.Timeout | null;
  rereadAt: number;
};

/** Tells what changes on the hallway's cards, once a second at most. Returns what ends the watching. */
export function watchHallway(tell: (news: HallwayNews) => void): () => void {
  const hub = oncePerProcess("hallwayHub", openHub);
  hub.watchers.add(tell);
  return () => hub.watchers.delete(tell);
}

function openHub(): Hub {
  const hub: Hub = { watchers: new Set(), changed: new Set(), missed: false, timer: null, rereadAt: 0 };
  listen(HALLWAY_CHANNEL, (roomId) => {
    if (roomId === null) hub.missed = true;
    else hub.changed.add(roomId);
    hub.timer ??= setTimeout(() => void tellAll(hub), GATHER_MS).unref();
  });
  return hub;
}

async function tellAll(hub: Hub): Promise<void> {
  const changed = [...hub.changed];
  const tooMany = changed.length > MAX_ROOMS_AN_EVENT;
  const missed = hub.missed || tooMany;
  hub.timer = null;
  hub.changed.clear();
  hub.missed = false;
  if (hub.watchers.size === 0) return;
  try {
    const { heard, unsaid } = await roomPulses(tooMany ? [] : changed);
    const reread = missed || (unsaid && Date.now() - hub.rereadAt > REREAD_EVERY_MS);
    if (reread) hub.rereadAt = Date.now();
    if (heard.length === 0 && !reread) return;
    for (const tell of hub.watchers) tell({ heard, reread });
  } catch (fault) {
    log().debug({ err: fault }, "hallway not told");
    hub.missed = true;
  }
}
