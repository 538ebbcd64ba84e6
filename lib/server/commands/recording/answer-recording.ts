import { answerRecording as rule } from "@/lib/domain/recording/recording";
import { granted } from "@/lib/domain/ruling";
import { actInRoom, SCENE_REFUSALS } from "@/lib/server/acts/act-in-room";
import { defineCommand } from "@/lib/server/http/command";
import { runningRecording } from "@/lib/server/queries/recording/running-recording";
import { saidOf, writeAnswer } from "@/lib/server/stage/recording-answers";
import { nothing } from "@/lib/wire/fields";
import { recordingAnswer } from "@/lib/wire/recording/inputs";

/**
 * Says whether the caller, on the stage, may be recorded. The relay follows the answer at once; a yes can be taken back at any
 * time. Each answer is kept, with its moment.
 */
export const answerRecording = defineCommand({
  who: "member",
  limit: "answersOfPerson",
  input: recordingAnswer,
  output: nothing,
  refusals: [...SCENE_REFUSALS, "not_on_stage", "not_recording"],
  summary: "Say whether I may be recorded",
  run: (ask) =>
    actInRoom(ask, async ({ sql, roomId, actor }) => {
      const { agrees } = ask.input;
      const running = await runningRecording(sql, roomId);
      const before = running && (await saidOf(sql, running.id, actor));
      const ruling = rule(actor, running !== null, before, agrees);
      if (!ruling.ok) return ruling;
      if (!running || ruling.value === "done") return granted({ value: null });
      await writeAnswer(sql, { recordingId: running.id, seatId: actor.id, agrees });
      const happening = { type: "recording_answered", agrees } as const;
      return granted({ value: null, events: [{ audience: "person", toId: actor.personId, happening }] });
    }),
});
