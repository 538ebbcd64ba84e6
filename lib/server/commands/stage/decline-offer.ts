import { granted } from "@/lib/domain/ruling";
import { declineOffer as rule } from "@/lib/domain/stage/offer";
import { actInRoom, SCENE_REFUSALS } from "@/lib/server/acts/act-in-room";
import { defineCommand } from "@/lib/server/http/command";
import { closeOffer, newestToAnswer } from "@/lib/server/stage/offers";
import { noInput, nothing } from "@/lib/wire/fields";

/** *Maybe later*: the invitation is closed and the person stays in the audience. */
export const declineOffer = defineCommand({
  who: "member",
  limit: "answersOfPerson",
  input: noInput,
  output: nothing,
  refusals: [...SCENE_REFUSALS, "no_offer"],
  summary: "Decline my invitation to the stage",
  run: (ask) =>
    actInRoom(ask, async ({ tx, roomId, actor, now }) => {
      const newest = await newestToAnswer(tx, roomId, actor.personId);
      const ruling = rule(newest);
      if (!ruling.ok) return ruling;
      if (!newest || ruling.value === "done") return granted({ value: null });
      const closing = { offer: newest, personId: actor.personId, outcome: "declined", now } as const;
      return granted({ value: null, placed: await closeOffer(tx, closing) });
    }),
});
