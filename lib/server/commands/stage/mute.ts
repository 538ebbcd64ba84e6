import { granted } from "@/lib/domain/ruling";
import { mute as rule } from "@/lib/domain/stage/stage";
import { actInRoom, SCENE_REFUSALS } from "@/lib/server/acts/act-in-room";
import { defineCommand } from "@/lib/server/http/command";
import { lockInterpreters } from "@/lib/server/seats/lock-interpreters";
import { takeMicrophones } from "@/lib/server/seats/microphones";
import { turnBack } from "@/lib/server/stage/turned-interpreters";
import { noInput, nothing } from "@/lib/wire/fields";

/**
 * Turns an interpreter back who speaks on the stage; else takes a person's microphone away until they unmute themselves. LiveKit's own mute is only a request that a hostile
 * client ignores, so this takes the right to publish (mechanics, mirror). Answered once they are silent.
 */
export const mute = defineCommand({
  who: "member",
  limit: "moderationOfPerson",
  input: noInput,
  output: nothing,
  refusals: [...SCENE_REFUSALS, "not_allowed", "not_on_stage"],
  summary: "Mute somebody on stage",
  run: (ask) =>
    actInRoom(ask, async ({ tx, sql, roomId, actor, target, targetId }) => {
      const interprets = (await lockInterpreters(tx, roomId)).find((one) => one.personId === targetId);
      const ruling = rule(actor, target, interprets?.toStage);
      if (!ruling.ok) return ruling;
      if (interprets && ruling.value === "turn_back")
        return granted({ value: null, losses: await turnBack(tx, [interprets]) });
      const rights = { change: "taken", of: targetId } as const;
      if (!target || ruling.value === "done") return granted({ value: null, rights });
      await takeMicrophones(sql, [target], actor.personId);
      const happening = { type: "microphone_cut", personId: targetId } as const;
      return granted({ value: null, rights, events: [{ audience: "everyone", happening }] });
    }),
});
