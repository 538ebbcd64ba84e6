import { type RecordingId, type RoomId, toId } from "@/lib/domain/ids";
import { granted, refused } from "@/lib/domain/ruling";
import { actOnRoom } from "@/lib/server/acts/act-in-room";
import { stopRunning } from "@/lib/server/acts/stop-running-recording";
import { defineCommand } from "@/lib/server/http/command";
import { keptRecording } from "@/lib/server/queries/recording/kept-recording";
import { runningRecording } from "@/lib/server/queries/recording/running-recording";
import { dropFiles } from "@/lib/server/recording/drop-recordings";
import { noBody, nothing } from "@/lib/wire/fields";

/**
 * Deletes a recording for good, one that still runs too: for who made it or the room, and for admins. Answered once its files are
 * gone; where that fails halfway, the hourly clearing goes on.
 */
export const deleteRecording = defineCommand({
  who: "member",
  limit: "recordingActsOfPerson",
  input: noBody,
  output: nothing,
  refusals: ["not_allowed", "not_found"],
  summary: "Delete a recording",
  run: async (ask) => {
    const [roomId, recordingId] = [toId<RoomId>(ask.params.roomId), toId<RecordingId>(ask.params.recordingId)];
    if (!roomId || !recordingId) return refused("not_found");
    const kept = await keptRecording(ask.caller, roomId, recordingId);
    if (!kept.ok) return kept;
    const ruling = await actOnRoom<null, never>(
      { caller: ask.caller, params: { roomId } },
      async ({ tx, sql, now }) => {
        const runs = (await runningRecording(sql, roomId))?.id === recordingId && (await stopRunning(sql, roomId));
        const where = { id: recordingId, deletedAt: null };
        await tx.recording.updateMany({ where, data: { deletedAt: now, deletedById: ask.caller.id } });
        const stopped = { audience: "everyone", happening: { type: "recording_stopped" } } as const;
        return granted({ value: null, ...(runs && { events: [stopped] }) });
      },
      { locks: "room" },
    );
    if (ruling.ok) await dropFiles(recordingId);
    return ruling;
  },
});
