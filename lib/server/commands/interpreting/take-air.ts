import { granted } from "@/lib/domain/ruling";
import { actAsInterpreter } from "@/lib/server/acts/act-as-interpreter";
import { SCENE_REFUSALS } from "@/lib/server/acts/act-in-room";
import { defineCommand } from "@/lib/server/http/command";
import { noInput, nothing } from "@/lib/wire/fields";

/**
 * Puts an interpreter on the air and takes their colleague of the same language off it, in one act. For a moment both may
 * be heard: the colleague's browser goes on a little after the news, so that there is no gap.
 */
export const takeAir = defineCommand({
  who: "member",
  limit: "interpretingOfPerson",
  input: noInput,
  output: nothing,
  refusals: [...SCENE_REFUSALS, "not_allowed", "not_interpreting", "room_not_live"],
  summary: "Go on the air as an interpreter, or take over from a colleague",
  run: (ask) =>
    actAsInterpreter(ask, async ({ tx, now, mine, all }) => {
      if (mine.onAir) return granted(false);
      const colleagues = all.filter(({ language, onAir }) => onAir && language === mine.language);
      for (const { id } of colleagues) await tx.interpreter.update({ where: { id }, data: { onAirSince: null } });
      await tx.interpreter.update({ where: { id: mine.id }, data: { onAirSince: now } });
      return granted(true);
    }),
});
