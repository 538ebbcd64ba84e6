import type { PersonId, RoomId } from "@/lib/domain/ids";
import { asksIn } from "@/lib/domain/interpreting/spoken-back";
import type { Transaction } from "@/lib/server/postgres/db";

/** The language to keep with a hand whose owner says that they listen to this one: of those that the family is interpreted into. */
export async function languageToAskIn(
  tx: Transaction,
  mainRoomId: RoomId,
  listensTo: string | null,
): Promise<string | null> {
  if (listensTo === null) return null;
  const where = { roomId: mainRoomId, endedAt: null };
  const interpreters = await tx.interpreter.findMany({ where, select: { language: true } });
  return asksIn(
    listensTo,
    interpreters.map(({ language }) => language),
  );
}

/** The language of somebody's raised hand, wherever in the family it is up; null for the floor's, and where none is up. */
export async function handAsksIn(tx: Transaction, mainRoomId: RoomId, personId: PersonId): Promise<string | null> {
  const room = { OR: [{ id: mainRoomId }, { mainRoomId }] };
  const hand = await tx.hand.findFirst({ where: { personId, closedAt: null, room }, select: { asksIn: true } });
  return hand?.asksIn ?? null;
}
