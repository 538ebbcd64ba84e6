import type { HallStage } from "@/lib/domain/family/hall";
import type { RoomId } from "@/lib/domain/ids";
import { isLeader, isOnStage } from "@/lib/domain/roles";
import type { Transaction } from "@/lib/server/postgres/db";

/** A room's stage as it stays until the commit, where the caller has locked the room. Faults where there is none. */
export async function stageOfHall(tx: Transaction, roomId: RoomId): Promise<HallStage> {
  const room = await tx.room.findUniqueOrThrow({ where: { id: roomId }, select: { mainRoomId: true, status: true } });
  const where = { roomId, closedAt: null, role: { not: "listener" as const } };
  const stage = (await tx.seat.findMany({ where, select: { role: true } })).map(({ role }) => role);
  return { ...room, stageSeats: stage.filter(isOnStage).length, leaderSeats: stage.filter(isLeader).length };
}
