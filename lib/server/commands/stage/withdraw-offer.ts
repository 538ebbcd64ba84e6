import { granted } from "@/lib/domain/ruling";
import { withdrawOffer as rule } from "@/lib/domain/stage/offer";
import { actInRoom, SCENE_REFUSALS } from "@/lib/server/acts/act-in-room";
import { defineCommand } from "@/lib/server/http/command";
import { closeOffer, newestOffer } from "@/lib/server/stage/offers";
import { noInput, nothing } from "@/lib/wire/fields";

/** Withdraws an invitation to the stage, the caller's own or another moderator's. */
export const withdrawOffer = defineCommand({
  who: "member",
  limit: "moderationOfPerson",
  input: noInput,
  output: nothing,
  refusals: [...SCENE_REFUSALS, "no_offer", "not_allowed"],
  summary: "Withdraw an invitation to the stage",
  run: (ask) =>
    actInRoom(ask, async ({ tx, roomId, actor, targetId, now }) => {
      const newest = await newestOffer(tx, roomId, targetId);
      const ruling = rule(actor, newest);
      if (!ruling.ok) return ruling;
      if (!newest || ruling.value === "done") return granted({ value: null });
      const closing = { offer: newest, personId: targetId, outcome: "withdrawn", now } as const;
      return granted({ value: null, placed: await closeOffer(tx, closing) });
    }),
});
