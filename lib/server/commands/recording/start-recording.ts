import { startRecording as rule } from "@/lib/domain/recording/recording";
import { granted } from "@/lib/domain/ruling";
import { actInRoom, SCENE_REFUSALS, type Scene } from "@/lib/server/acts/act-in-room";
import { defineCommand } from "@/lib/server/http/command";
import { runningRecording } from "@/lib/server/queries/recording/running-recording";
import { writeAnswer } from "@/lib/server/stage/recording-answers";
import { noInput } from "@/lib/wire/fields";
import { type RunningRecording, recordingStarted } from "@/lib/wire/recording/views";

/**
 * Switches the recording of the room's stage on. Who does so agrees to be recorded by that; everybody else on the stage is asked,
 * and is not in it until they agree. Everyone in the family is told. Source: behaviours 41.
 */
export const startRecording = defineCommand({
  who: "member",
  limit: "recordingActsOfPerson",
  input: noInput,
  output: recordingStarted,
  refusals: [...SCENE_REFUSALS, "not_allowed", "not_recordable"],
  status: 201,
  summary: "Record the stage",
  run: (ask) =>
    actInRoom(
      ask,
      async (scene) => {
        const { sql, roomId, rooms, actor } = scene;
        const room = rooms.get(roomId);
        if (!room) return null;
        const running = await runningRecording(sql, roomId);
        const ruling = rule(room, actor, running !== null);
        if (!ruling.ok) return ruling;
        if (running) return granted({ value: { recording: running } });
        const recording = await start(scene);
        const happening = { type: "recording_started", recording, byId: actor.personId } as const;
        return granted({ value: { recording }, events: [{ audience: "everyone", happening }] });
      },
      // Nobody comes on the stage meanwhile with their microphone open.
      { locks: "room" },
    ),
});

async function start({ tx, sql, roomId, actor, now }: Scene): Promise<RunningRecording> {
  const data = { roomId, startedById: actor.personId, startedAt: now };
  const { id } = await tx.recording.create({ data, select: { id: true } });
  await writeAnswer(sql, { recordingId: id, seatId: actor.id, agrees: true });
  return { id, startedAt: now.toISOString() };
}
