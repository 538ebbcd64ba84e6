import { granted } from "@/lib/domain/ruling";
import { muteAll as rule } from "@/lib/domain/stage/stage";
import { actInRoom, SCENE_REFUSALS } from "@/lib/server/acts/act-in-room";
import { defineCommand } from "@/lib/server/http/command";
import type { EventToWrite } from "@/lib/server/notify/write-room-events";
import { announcedRoom } from "@/lib/server/queries/rooms/room-details";
import { lockInterpreters } from "@/lib/server/seats/lock-interpreters";
import { takeMicrophones } from "@/lib/server/seats/microphones";
import { turnBack } from "@/lib/server/stage/turned-interpreters";
import { nothing } from "@/lib/wire/fields";
import { muteAllInput } from "@/lib/wire/stage/inputs";

/**
 * Takes the microphone from everyone of a lower rank on stage, and with `lock` keeps it until the lock is lifted.
 * Interpreters who speak on the stage are turned back.
 * Answered once all of them are silent; announced in one bundle.
 */
export const muteAll = defineCommand({
  who: "member",
  limit: "moderationOfPerson",
  input: muteAllInput,
  output: nothing,
  refusals: [...SCENE_REFUSALS, "not_allowed"],
  summary: "Mute everyone on stage, and lock their microphones",
  run: (ask) =>
    actInRoom(
      ask,
      async ({ tx, sql, roomId, actor, stage, now }) => {
        const ruling = rule(actor, stage);
        if (!ruling.ok) return ruling;
        await takeMicrophones(sql, ruling.value, actor.personId);
        if (ask.input.lock) await tx.room.update({ where: { id: roomId }, data: { microphonesLockedAt: now } });
        const room = await announcedRoom(tx, roomId);
        const events: EventToWrite[] = [
          { audience: "moderators", happening: { type: "all_muted", locked: room.microphonesLocked } },
        ];
        if (ask.input.lock) events.push({ audience: "everyone", happening: { type: "room_edited", room } });
        const losses = ruling.value.map(({ personId }) => {
          const cut: EventToWrite = { audience: "everyone", happening: { type: "microphone_cut", personId } };
          return { personId, events: [cut] };
        });
        const turned = await turnBack(tx, await lockInterpreters(tx, roomId));
        return granted({ value: null, events, losses: [...losses, ...turned] });
      },
      { locks: "stage" },
    ),
});
