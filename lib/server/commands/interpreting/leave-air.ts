import { granted } from "@/lib/domain/ruling";
import { actAsInterpreter } from "@/lib/server/acts/act-as-interpreter";
import type { Command } from "@/lib/server/http/command";
import { noInput } from "@/lib/wire/fields";

/** An interpreter goes off the air; whoever heard them hears the floor at full until somebody takes over. */
export const leaveAir: Command<Record<string, never>, null, "member"> = {
  who: "member",
  limit: "interpretingOfPerson",
  input: noInput,
  summary: "Go off the air as an interpreter",
  run: (ask) =>
    actAsInterpreter(ask, async ({ tx, mine }) => {
      if (!mine.onAir) return granted(false);
      await tx.interpreter.update({ where: { id: mine.id }, data: { onAirSince: null } });
      return granted(true);
    }),
};
