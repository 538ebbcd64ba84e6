import { mayInFamily } from "@/lib/domain/family/hall";
import { granted, refused } from "@/lib/domain/ruling";
import { actInRoom } from "@/lib/server/acts/act-in-room";
import type { Command } from "@/lib/server/http/command";
import { faceOf } from "@/lib/server/stage/stage-people";
import { type FamilyLineInput, familyLineInput } from "@/lib/wire/family/inputs";

/** Says a line to every hall of the family at once. From the main room; everyone in it reads it too. */
export const speakToAll: Command<FamilyLineInput, null, "member"> = {
  who: "member",
  limit: "familyLinesOfPerson",
  input: familyLineInput,
  summary: "Say a line to all halls",
  run: (ask) =>
    actInRoom(ask, async ({ tx, roomId, actor }) => {
      const room = await tx.room.findUniqueOrThrow({ where: { id: roomId }, select: { mainRoomId: true } });
      if (!mayInFamily(actor, "speakToAll", room)) return refused("not_allowed");
      const happening = { type: "family_line", by: await faceOf(tx, actor.personId), text: ask.input.text } as const;
      return granted({ value: null, events: [{ audience: "everyone", happening }] });
    }),
};
