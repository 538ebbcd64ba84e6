import { granted } from "@/lib/domain/ruling";
import { actAsInterpreter } from "@/lib/server/acts/act-as-interpreter";
import { SCENE_REFUSALS } from "@/lib/server/acts/act-in-room";
import { defineCommand } from "@/lib/server/http/command";
import { noInput, nothing } from "@/lib/wire/fields";

/** Takes an interpreter off the air. Their listeners hear the floor at full until another takes over. */
export const leaveAir = defineCommand({
  who: "member",
  limit: "interpretingOfPerson",
  input: noInput,
  output: nothing,
  refusals: [...SCENE_REFUSALS, "not_allowed", "not_interpreting", "room_not_live"],
  summary: "Go off the air as an interpreter",
  run: (ask) =>
    actAsInterpreter(ask, async ({ tx, mine }) => {
      if (!mine.onAir) return granted(false);
      await tx.interpreter.update({ where: { id: mine.id }, data: { onAirSince: null } });
      return granted(true);
    }),
});
