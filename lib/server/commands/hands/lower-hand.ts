import { can } from "@/lib/domain/permissions";
import { granted, refused } from "@/lib/domain/ruling";
import { actInRoom, SCENE_REFUSALS } from "@/lib/server/acts/act-in-room";
import { closeHand } from "@/lib/server/hands/close-hand";
import { defineCommand } from "@/lib/server/http/command";
import { noInput, nothing } from "@/lib/wire/fields";

/** Lowers the caller's own hand. Changes nothing where no hand is up. People on stage have none. */
export const lowerHand = defineCommand({
  who: "member",
  limit: "handsOfPerson",
  input: noInput,
  output: nothing,
  refusals: [...SCENE_REFUSALS, "not_allowed"],
  summary: "Lower my hand",
  run: (ask) =>
    actInRoom(ask, async ({ tx, roomId, actor, now }) => {
      if (!can(actor, "lowerHand")) return refused("not_allowed");
      const { personId } = actor;
      const placed = await closeHand(tx, { roomId, personId, outcome: "lowered", byId: personId, now });
      return granted({ value: null, placed });
    }),
});
