import { can } from "@/lib/domain/permissions";
import { granted, refused } from "@/lib/domain/ruling";
import { actInRoom } from "@/lib/server/acts/act-in-room";
import { closeHand } from "@/lib/server/hands/close-hand";
import type { Command } from "@/lib/server/http/command";
import { noInput } from "@/lib/wire/fields";

/** Takes one's own hand down. With no hand up nothing happens, and on stage there is none to lower. */
export const lowerHand: Command<Record<string, never>, null, "member"> = {
  who: "member",
  limit: "handsOfPerson",
  input: noInput,
  summary: "Lower my hand",
  run: (ask) =>
    actInRoom(ask, async ({ tx, roomId, actor, now }) => {
      if (!can(actor, "lowerOwnHand")) return refused("not_allowed");
      const { personId } = actor;
      const placed = await closeHand(tx, { roomId, personId, outcome: "lowered", byId: personId, now });
      return granted({ value: null, placed });
    }),
};
