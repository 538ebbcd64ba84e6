import type { PersonId, RoomId } from "@/lib/domain/ids";
import type { RoomStatus } from "@/lib/domain/rooms/room";
import { atTheHour } from "@/lib/domain/shows/backstage";
import { goLive, takeTheStage } from "@/lib/server/admission/go-live";
import { writePlacedEvents } from "@/lib/server/notify/placed-events";
import { HALLWAY_CHANNEL } from "@/lib/server/notify/ring-hallway";
import { giveUp } from "@/lib/server/planning/call-off";
import { hotPool, type Transaction } from "@/lib/server/postgres/db";
import { inTransaction } from "@/lib/server/postgres/in-transaction";
import { log } from "@/lib/server/postgres/log";
import { prismaSql } from "@/lib/server/postgres/sql";
import { episodeRoleSql } from "@/lib/server/queries/shows/episode-role";
import { lockRoom } from "@/lib/server/seats/lock-room";

const MAX_AT_ONCE = 100;

/** Of a draft nothing is kept: nobody was told of its hour. */
const DUE_SQL = `
SELECT r.id FROM room r JOIN episode e ON e.room_id = r.id
WHERE r.status = 'scheduled' AND r.scheduled_for <= $1::timestamptz AND e.published_at IS NOT NULL
ORDER BY r.scheduled_for, r.id LIMIT ${MAX_AT_ONCE}`;

/** People who lead it and are behind its stage at this moment. Who hosts it already counts as a host. */
const HOUR_SQL = `
SELECT r.status, r.scheduled_for AS "scheduledFor", e.opens_itself AS "opensItself",
  count(*) FILTER (WHERE s.role = 'host' OR s.hosts)::int AS hosts, count(*) FILTER (WHERE s.role = 'moderator' AND NOT s.hosts)::int AS cohosts
FROM room r JOIN episode e ON e.room_id = r.id AND e.published_at IS NOT NULL
LEFT JOIN LATERAL (
  SELECT s.role, coalesce(${episodeRoleSql("s.person_id")} = 'host', false) AS hosts
  FROM seat s WHERE s.room_id = r.id AND s.closed_at IS NULL AND s.gone_at IS NULL AND s.role IN ('host', 'moderator')) s ON true
WHERE r.id = $1::uuid GROUP BY r.id, e.room_id`;

type HourRow = {
  status: RoomStatus;
  scheduledFor: Date | null;
  opensItself: boolean;
  hosts: number;
  cohosts: number;
};

/**
 * What becomes of planned rooms at their hour: those that open by themselves go live, one whose host does not come is led by a cohost
 * who is there, or called off with one line to everyone. Each in a transaction of its own, which judges again under the
 * room's lock: however many workers run it, and wherever one of them stops, each happens once. Source: behaviours 37.
 */
export async function keepTheHour(now: Date): Promise<void> {
  const { rows } = await hotPool().query<{ id: RoomId }>({ name: "rooms-at-their-hour", text: DUE_SQL, values: [now] });
  for (const { id } of rows) {
    await inTransaction((tx) => keepOne(tx, id, now)).catch((fault: unknown) =>
      log().warn({ err: fault, roomId: id }, "the hour of a planned room was not kept"),
    );
  }
}

async function keepOne(tx: Transaction, roomId: RoomId, now: Date): Promise<void> {
  await lockRoom(tx, roomId);
  const sql = prismaSql(tx);
  const [room] = await sql.rows<HourRow>(undefined, HOUR_SQL, [roomId]);
  const happens = room ? atTheHour(room, now) : "wait";
  if (happens === "go_live") await goLive(tx, roomId, { personId: null, now });
  if (happens === "lead") await lead(tx, roomId);
  if (happens === "call_off") await callOff(tx, roomId, now);
}

/** Everybody behind the stage is told who hosts it now, and with that may go live. */
async function lead(tx: Transaction, roomId: RoomId): Promise<void> {
  const { events } = await takeTheStage(prismaSql(tx), roomId, null);
  const { createdById } = await tx.room.findUniqueOrThrow({ where: { id: roomId }, select: { createdById: true } });
  const handed = events.flatMap(({ event }) =>
    event.happening.type === "role_changed"
      ? [handedOver(roomId, createdById as PersonId, event.happening.personId)]
      : [],
  );
  await writePlacedEvents(tx, null, [...events, ...handed]);
}

const handedOver = (roomId: RoomId, fromId: PersonId, toId: string) =>
  ({
    roomId,
    event: { audience: "everyone", happening: { type: "handed_over", fromId, toId, reason: "host_gone" } },
  }) as const;

async function callOff(tx: Transaction, roomId: RoomId, now: Date): Promise<void> {
  const { placed } = await giveUp(tx, roomId, { by: null, reason: "", now });
  await writePlacedEvents(tx, null, placed);
  await tx.$executeRaw`SELECT pg_notify(${HALLWAY_CHANNEL}, ${roomId})`;
}
