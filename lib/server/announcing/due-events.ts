import { hotPool } from "@/lib/server/postgres/db";
import type { Announcement, RoomHappening } from "@/lib/wire/rooms/announcements";

/** An event that is to be sent next; `toId` where its audience is one person. */
export type DueEvent = Announcement & { audience: EventAudience; toId: string | null };

/** The people that an event is written for. */
type EventAudience = Exclude<Announcement["audience"], "main">;

/** How many are read at once; where as many came, more may be due. */
export const MAX_EVENTS = 200;

const DUE_EVENTS_SQL = `
SELECT e.version::int AS version, e.audience, e.to_id AS "toId", e.type, e.facts, e.at,
  coalesce((SELECT max(p.version) FROM room_event p WHERE p.room_id = e.room_id AND p.audience = e.audience
    AND (p.to_id = e.to_id OR (p.to_id IS NULL AND e.to_id IS NULL)) AND p.version < e.version), 0)::int AS prev
FROM room_event e WHERE e.room_id = $1 AND e.version > $2 ORDER BY e.version LIMIT ${MAX_EVENTS}`;

type EventRow = {
  version: number;
  audience: EventAudience;
  toId: string | null;
  type: string;
  facts: object;
  at: Date;
  prev: number;
};

/** The room's events after `sentVersion`, in order, each with what its audience was sent before it. */
export async function dueEvents(roomId: string, sentVersion: number): Promise<DueEvent[]> {
  const { rows } = await hotPool().query<EventRow>({
    name: "announce-due-events",
    text: DUE_EVENTS_SQL,
    values: [roomId, sentVersion],
  });
  return rows.map(({ type, facts, at, ...event }) => ({
    ...event,
    happening: { type, ...facts } as RoomHappening,
    at: at.toISOString(),
  }));
}

/** What everyone, and the moderators, were last sent up to `sentVersion`; 0 where nothing was. */
export async function lastSent(roomId: string, sentVersion: number): Promise<{ everyone: number; moderators: number }> {
  const { rows } = await hotPool().query<{ everyone: number; moderators: number }>({
    name: "announce-last-sent",
    text: `SELECT coalesce((SELECT max(version) FROM room_event WHERE room_id = $1 AND audience = 'everyone' AND version <= $2), 0)::int AS everyone,
                  coalesce((SELECT max(version) FROM room_event WHERE room_id = $1 AND audience = 'moderators' AND version <= $2), 0)::int AS moderators`,
    values: [roomId, sentVersion],
  });
  return rows[0] ?? { everyone: 0, moderators: 0 };
}
