import { can } from "@/lib/domain/permissions";
import { granted, refused } from "@/lib/domain/ruling";
import { actInRoom, SCENE_REFUSALS } from "@/lib/server/acts/act-in-room";
import { defineCommand } from "@/lib/server/http/command";
import { announcedRoom } from "@/lib/server/queries/rooms/room-details";
import { noInput, nothing } from "@/lib/wire/fields";

/** Lets muted people unmute themselves again. It unmutes nobody: each person does that themselves. */
export const unlockMicrophones = defineCommand({
  who: "member",
  limit: "moderationOfPerson",
  input: noInput,
  output: nothing,
  refusals: [...SCENE_REFUSALS, "not_allowed"],
  summary: "Unlock the microphones of the stage",
  run: (ask) =>
    actInRoom(
      ask,
      async ({ tx, roomId, actor }) => {
        if (!can(actor, "muteAll")) return refused("not_allowed");
        const where = { id: roomId, microphonesLockedAt: { not: null } };
        const unlocked = await tx.room.updateMany({ where, data: { microphonesLockedAt: null } });
        if (unlocked.count === 0) return granted({ value: null });
        const room = await announcedRoom(tx, roomId);
        return granted({
          value: null,
          events: [{ audience: "everyone", happening: { type: "room_edited", room } }],
        });
      },
      { locks: "room" },
    ),
});
