import { granted } from "@/lib/domain/ruling";
import { moveToAudience as rule } from "@/lib/domain/stage";
import { actInRoom } from "@/lib/server/act-in-room";
import type { Command } from "@/lib/server/http/command";
import { noInput } from "@/lib/wire/inputs";

/** Off the stage: oneself, or somebody of a lower rank. Answered once their sound is cut at the server. */
export const moveToAudience: Command<Record<string, never>, null, "member"> = {
  who: "member",
  input: noInput,
  summary: "Move somebody to the audience, or step down",
  run: (ask) =>
    actInRoom(ask, async ({ tx, actor, target, targetId }) => {
      const ruling = rule(actor, target);
      if (!ruling.ok) return ruling;
      const rights = { change: "taken", of: targetId } as const;
      if (!target || ruling.value === "done") return granted({ value: null, rights });
      await tx.seat.update({
        where: { id: target.id },
        data: { role: "listener", stageSince: null, mutedAt: null, mutedById: null, version: { increment: 1 } },
      });
      const happening = { type: "stage_left", personId: targetId, reason: ruling.value } as const;
      return granted({ value: null, rights, events: [{ audience: "everyone", happening }] });
    }),
};
