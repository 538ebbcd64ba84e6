import { type RecordingId, type RoomId, toId } from "@/lib/domain/ids";
import { granted, refused } from "@/lib/domain/ruling";
import { defineCommand } from "@/lib/server/http/command";
import { db } from "@/lib/server/postgres/db";
import { keptRecording } from "@/lib/server/queries/recording/kept-recording";
import { nothing } from "@/lib/wire/fields";
import { recordingChanges } from "@/lib/wire/recording/inputs";

/** Says whether people who may hear a recording may also take it with them: for who made it or the room, and for admins. */
export const changeRecording = defineCommand({
  who: "member",
  limit: "recordingActsOfPerson",
  input: recordingChanges,
  output: nothing,
  refusals: ["not_allowed", "not_found"],
  summary: "Let others download a recording, or not",
  run: async ({ caller, params, input }) => {
    const [roomId, recordingId] = [toId<RoomId>(params.roomId), toId<RecordingId>(params.recordingId)];
    if (!roomId || !recordingId) return refused("not_found");
    const kept = await keptRecording(caller, roomId, recordingId);
    if (!kept.ok) return kept;
    await db().recording.updateMany({ where: { id: recordingId, deletedAt: null }, data: input });
    return granted(null);
  },
});
