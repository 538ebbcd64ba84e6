import type { RecordingId, RoomId } from "@/lib/domain/ids";
import { keepsRecording } from "@/lib/domain/recording/recording";
import { granted, type Ruling, refused } from "@/lib/domain/ruling";
import type { Member } from "@/lib/server/callers/caller";
import { db } from "@/lib/server/postgres/db";
import { visibleRoom } from "@/lib/server/queries/rooms/visible-room";

/** Whether the caller decides about this recording. Refused `not_found` where they do not see its room or it is gone. */
export async function keptRecording(
  caller: Member,
  roomId: RoomId,
  recordingId: RecordingId,
): Promise<Ruling<null, "not_found" | "not_allowed">> {
  const room = await visibleRoom(caller, roomId);
  const where = { id: recordingId, roomId, deletedAt: null };
  const recording = room && (await db().recording.findFirst({ where, select: { startedById: true } }));
  if (!recording) return refused("not_found");
  const keeps = keepsRecording(caller, { ...recording, roomMadeById: room.createdById });
  return keeps ? granted(null) : refused("not_allowed");
}
