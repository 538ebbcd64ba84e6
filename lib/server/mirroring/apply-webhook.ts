import { validate } from "uuid";
import { judgeInChannel, readChannelRoom } from "@/lib/domain/interpreting/channel";
import type { Role } from "@/lib/domain/roles";
import { obeys } from "@/lib/domain/seats/seat";
import { ensureMediaRoom, forgetMediaRoom } from "@/lib/media/api";
import type { MediaHint } from "@/lib/media/read-webhook";
import { db, hotPool } from "@/lib/server/postgres/db";
import { hintJoined, hintLeft } from "@/lib/server/seats/presence";
import { channelRights } from "./channel-right";
import { mirrorInChannel } from "./mirror-channels";
import { mirrorSeat } from "./mirror-seat";

/**
 * Applies what a webhook of LiveKit reports. It grants nothing: the sweep would find the same out later.
 * Webhooks may come twice, late or out of order: a connection that has gone never comes back, a new one has a new sid,
 * and the next sweep corrects what slips through. Throws ServiceAway("media"), or what pg throws.
 */
export async function applyWebhook(hint: MediaHint, now: Date): Promise<void> {
  if (hint.type === "other") return;
  const channel = readChannelRoom(hint.roomId);
  if (channel && validate(channel.hallId)) return applyInChannel(channel, hint);
  if (!validate(hint.roomId)) return;
  if (hint.type === "room_finished") return keepRoom(hint.roomId);
  const { roomId, presence } = hint;
  const connection = { roomId, personId: presence.identity, sid: presence.sid };
  const isPerson = validate(presence.identity);
  if (hint.type === "left") return isPerson ? hintLeft(connection, now) : undefined;
  if (hint.type === "joined" && isPerson) await hintJoined(connection, now);
  const seat = await seatOf(roomId, presence.identity);
  if (!seat || !obeys(presence, seat)) await mirrorSeat(roomId, presence.identity);
}

/** A person who enters a channel with an old token is put out at once. The sweep finds everything else. */
async function applyInChannel(channel: { hallId: string; language: string }, hint: MediaHint): Promise<void> {
  if (hint.type !== "joined" && hint.type !== "track_published") return;
  const one = { ...channel, identity: hint.presence.identity };
  const [right] = await channelRights([one]);
  // A webhook may leave out what kind of connection it tells of: it is looked at before anybody is put out.
  if (judgeInChannel(hint.presence, right ?? null) !== "leave") await mirrorInChannel(one);
}

type SeatRow = { id: string; role: Role; muted: boolean };

async function seatOf(roomId: string, personId: string): Promise<SeatRow | null> {
  if (!validate(personId)) return null;
  const { rows } = await hotPool().query<SeatRow>({
    name: "hint-seat",
    text: `SELECT id, role, muted_at IS NOT NULL AS muted FROM seat
           WHERE room_id = $1 AND person_id = $2 AND closed_at IS NULL`,
    values: [roomId, personId],
  });
  return rows[0] ?? null;
}

/** Only our own DeleteRoom ends a room: one that LiveKit dropped by itself is made again. */
async function keepRoom(roomId: string): Promise<void> {
  const room = await db().room.findUnique({
    where: { id: roomId },
    select: { status: true, capacity: true, openSeats: true },
  });
  forgetMediaRoom(roomId);
  const isUsed = room?.status === "live" || (room?.status === "scheduled" && room.openSeats > 0);
  if (isUsed) await ensureMediaRoom(roomId, room.capacity);
}
