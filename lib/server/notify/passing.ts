import type { Transaction } from "@/lib/server/postgres/db";

/** The channel on which what passes wakes the announcer: a PassingNotice as JSON, no row of the outbox. */
export const ROOM_PASSING_CHANNEL = "room_passing";

/** What passed in a room: one of its chats changed; reactions, summed. */
export type PassingNotice = { roomId: string; chat?: true; reactions?: Record<string, number> };

/** At commit: the room's chat has something new, or less. Many of one transaction are one word. */
export async function tellChatChanged(tx: Transaction, roomId: string): Promise<void> {
  await tx.$executeRaw`SELECT pg_notify(${ROOM_PASSING_CHANNEL}, ${JSON.stringify({ roomId, chat: true })})`;
}
