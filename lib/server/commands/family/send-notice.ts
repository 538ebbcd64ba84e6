import { mayInFamily } from "@/lib/domain/family/hall";
import { granted, refused } from "@/lib/domain/ruling";
import { actInRoom, SCENE_REFUSALS } from "@/lib/server/acts/act-in-room";
import { defineCommand } from "@/lib/server/http/command";
import { faceOf } from "@/lib/server/stage/stage-people";
import { noticeInput } from "@/lib/wire/family/inputs";
import { nothing } from "@/lib/wire/fields";

/** Sends a notice from the main room to every hall of the family; everyone in the main room reads it too. */
export const sendNotice = defineCommand({
  who: "member",
  limit: "noticesOfPerson",
  input: noticeInput,
  output: nothing,
  refusals: [...SCENE_REFUSALS, "not_allowed", "too_many"],
  summary: "Send a notice to all halls",
  run: (ask) =>
    actInRoom(ask, async ({ tx, roomId, actor }) => {
      const room = await tx.room.findUniqueOrThrow({ where: { id: roomId }, select: { mainRoomId: true } });
      if (!mayInFamily(actor, "sendNotice", room)) return refused("not_allowed");
      const happening = { type: "family_line", by: await faceOf(tx, actor.personId), text: ask.input.text } as const;
      return granted({ value: null, events: [{ audience: "everyone", happening }] });
    }),
});
