import type { PersonId, RoomId } from "@/lib/domain/ids";
import type { Measure } from "@/lib/domain/reports/report";
import { granted, type Ruling } from "@/lib/domain/ruling";
import { banEverywhere } from "@/lib/server/account/ban-everywhere";
import { stopRunning } from "@/lib/server/acts/stop-running-recording";
import { eraseMessage } from "@/lib/server/chat/erase-message";
import { endAnyRoom } from "@/lib/server/planning/end-any-room";
import { changePortrait } from "@/lib/server/portraits/change-portrait";
import { db } from "@/lib/server/postgres/db";
import { inTransaction } from "@/lib/server/postgres/in-transaction";
import { prismaSql } from "@/lib/server/postgres/sql";
import { runningRecording } from "@/lib/server/queries/recording/running-recording";
import { dropFiles } from "@/lib/server/recording/drop-recordings";

type Of = { subject: string; personId: string | null };

/**
 * Does what was decided about a case of whose kind it is (measuresOf). Each can be done twice: who dies between it and the decision is
 * followed by somebody who decides once more.
 */
export async function carryOutMeasure(
  adminId: PersonId,
  measure: Measure,
  { subject, personId }: Of,
  reason: string,
): Promise<Ruling<null, "not_allowed" | "not_found">> {
  switch (measure) {
    case "banned":
      return personId ? banEverywhere(adminId, personId as PersonId, reason) : granted(null);
    case "room_ended":
      return endAnyRoom(adminId, subject as RoomId, reason);
    case "message_deleted": {
      const [roomId = "", number = ""] = subject.split(":");
      const message = { roomId: roomId as RoomId, channel: "room", number: Number(number) } as const;
      await inTransaction((tx) => eraseMessage(tx, message, adminId));
      return granted(null);
    }
    case "recording_deleted":
      await deleteRecording(adminId, subject);
      return granted(null);
    case "profile_reset":
      await db().person.update({ where: { id: subject }, data: { bio: "", links: [] } });
      await changePortrait(subject as PersonId, null);
      return granted(null);
    case "none":
    case "warned":
      return granted(null);
  }
}

async function deleteRecording(adminId: PersonId, recordingId: string): Promise<void> {
  await inTransaction(async (tx) => {
    const recording = await tx.recording.findUnique({ where: { id: recordingId }, select: { roomId: true } });
    const roomId = recording?.roomId as RoomId | undefined;
    const sql = prismaSql(tx);
    if (roomId && (await runningRecording(sql, roomId))?.id === recordingId) await stopRunning(sql, roomId);
    const where = { id: recordingId, deletedAt: null };
    await tx.recording.updateMany({ where, data: { deletedAt: new Date(), deletedById: adminId } });
  });
  await dropFiles(recordingId);
}
