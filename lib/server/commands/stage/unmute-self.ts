import { granted } from "@/lib/domain/ruling";
import { unmuteSelf as rule } from "@/lib/domain/stage/stage";
import { actInRoom, SCENE_REFUSALS } from "@/lib/server/acts/act-in-room";
import { defineCommand } from "@/lib/server/http/command";
import { microphonesLocked, owesAnswer, returnMicrophone } from "@/lib/server/seats/microphones";
import { noInput, nothing } from "@/lib/wire/fields";

/** Takes one's microphone back after a moderator's mute. Answered once LiveKit lets the person publish again. */
export const unmuteSelf = defineCommand({
  who: "person",
  limit: "unmutesOfPerson",
  input: noInput,
  output: nothing,
  refusals: [...SCENE_REFUSALS, "microphones_locked", "not_allowed", "not_on_stage", "recording_unanswered"],
  summary: "Unmute myself",
  run: (ask) =>
    actInRoom(ask, async ({ sql, roomId, actor, targetId: personId }) => {
      // Read after the seat is locked: the act that mutes and locks all waits for the same seat.
      const ruling = rule(actor, personId, await microphonesLocked(sql, roomId), await owesAnswer(sql, actor));
      if (!ruling.ok) return ruling;
      const rights = { change: "given", of: personId } as const;
      if (ruling.value === "done") return granted({ value: null, rights });
      await returnMicrophone(sql, actor);
      const happening = { type: "microphone_returned", personId } as const;
      return granted({ value: null, rights, events: [{ audience: "everyone", happening }] });
    }),
});
