import { stopRecording as rule } from "@/lib/domain/recording/recording";
import { granted } from "@/lib/domain/ruling";
import { actInRoom, SCENE_REFUSALS } from "@/lib/server/acts/act-in-room";
import { stopRunning } from "@/lib/server/acts/stop-running-recording";
import { defineCommand } from "@/lib/server/http/command";
import { runningRecording } from "@/lib/server/queries/recording/running-recording";
import { noInput, nothing } from "@/lib/wire/fields";

/** Switches the recording off. It can be heard on the room's page once the room has ended. */
export const stopRecording = defineCommand({
  who: "member",
  limit: "recordingActsOfPerson",
  input: noInput,
  output: nothing,
  refusals: [...SCENE_REFUSALS, "not_allowed"],
  summary: "Stop recording",
  run: (ask) =>
    actInRoom(
      ask,
      async ({ sql, roomId, actor }) => {
        const ruling = rule(actor, (await runningRecording(sql, roomId)) !== null);
        if (!ruling.ok) return ruling;
        if (ruling.value === "done") return granted({ value: null });
        await stopRunning(sql, roomId);
        return granted({ value: null, events: [{ audience: "everyone", happening: { type: "recording_stopped" } }] });
      },
      { locks: "room" },
    ),
});
