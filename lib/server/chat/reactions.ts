import type { Reaction } from "@/lib/domain/chat/reactions";
import type { RoomId } from "@/lib/domain/ids";
import { type PassingNotice, ROOM_PASSING_CHANNEL } from "@/lib/server/notify/passing";
import { hotPool } from "@/lib/server/postgres/db";
import { log } from "@/lib/server/postgres/log";
import { oncePerProcess } from "@/lib/server/postgres/process";

const SECOND_MS = 1_000;

type Sums = Map<RoomId, Record<string, number>>;

/**
 * Counts reactions of a room in this process's memory, and tells the announcer once a second what they come to: however
 * many tap, Postgres hears one notification a process and second. Never rows; what a crash takes has passed.
 */
export function sumReactions(roomId: RoomId, reaction: Reaction, count: number): void {
  const sums = oncePerProcess<Sums>("reactions", () => new Map());
  if (sums.size === 0) setTimeout(() => void tell(sums), SECOND_MS).unref();
  const room = sums.get(roomId) ?? {};
  room[reaction] = (room[reaction] ?? 0) + count;
  sums.set(roomId, room);
}

async function tell(sums: Sums): Promise<void> {
  const notices = [...sums].map(([roomId, reactions]): PassingNotice => ({ roomId, reactions }));
  sums.clear();
  try {
    await hotPool().query({
      name: "tell-reactions",
      text: "SELECT pg_notify($1, notice) FROM unnest($2::text[]) AS notice",
      values: [ROOM_PASSING_CHANNEL, notices.map((notice) => JSON.stringify(notice))],
    });
  } catch (fault) {
    log().warn({ err: fault }, "reactions were not told");
  }
}
