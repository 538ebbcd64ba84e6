import { chooseSource as rule } from "@/lib/domain/interpreting/interpreting";
import { granted } from "@/lib/domain/ruling";
import { actAsInterpreter } from "@/lib/server/acts/act-as-interpreter";
import { SCENE_REFUSALS } from "@/lib/server/acts/act-in-room";
import { defineCommand } from "@/lib/server/http/command";
import { nothing } from "@/lib/wire/fields";
import { sourceInput } from "@/lib/wire/interpreting/inputs";

/** Relay interpreting: which channel an interpreter hears instead of the floor. Source: behaviours 28. */
export const chooseSource = defineCommand({
  who: "member",
  limit: "interpretingOfPerson",
  input: sourceInput,
  output: nothing,
  refusals: [...SCENE_REFUSALS, "bad_input", "not_allowed", "not_interpreting", "room_not_live"],
  summary: "Choose the channel to interpret from",
  run: (ask) =>
    actAsInterpreter(ask, async ({ tx, mine, all }) => {
      const ruled = rule(mine, ask.input.sourceLanguage, all);
      if (!ruled.ok) return ruled;
      if (ruled.value === "done") return granted(false);
      const data = { sourceLanguage: ask.input.sourceLanguage };
      await tx.interpreter.update({ where: { id: mine.id }, data });
      return granted(true);
    }),
});
