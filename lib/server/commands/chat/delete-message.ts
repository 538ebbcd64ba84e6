import type { ChatChannel } from "@/lib/domain/chat/chat";
import { deleteMessage as rule } from "@/lib/domain/chat/chat";
import { can } from "@/lib/domain/permissions";
import { granted, refused } from "@/lib/domain/ruling";
import { actInRoom, SCENE_REFUSALS, type Scene } from "@/lib/server/acts/act-in-room";
import { defineCommand } from "@/lib/server/http/command";
import { tellChatChanged } from "@/lib/server/notify/passing";
import { deleteMessageInput } from "@/lib/wire/chat/inputs";
import { nothing } from "@/lib/wire/fields";

/** Deletes a message for everyone: the caller's own, or any as a moderator. Its text is kept nowhere. Safe to repeat. */
export const deleteMessage = defineCommand({
  who: "member",
  limit: "moderationOfPerson",
  input: deleteMessageInput,
  output: nothing,
  refusals: [...SCENE_REFUSALS, "not_allowed"],
  summary: "Delete a message of the chat: one's own, or any as a moderator",
  run: (ask) =>
    actInRoom<null, "not_allowed" | "not_found">(ask, async (scene) => {
      const { tx, roomId, actor } = scene;
      const { channel } = ask.input;
      if (channel === "moderators" && !can(actor, "useModeratorsChannel")) return refused("not_found");
      const number = /^\d{1,15}$/.test(ask.params.number ?? "") ? Number(ask.params.number) : null;
      if (number === null) return refused("not_found");
      const where = { roomId_channel_number: { roomId, channel, number } };
      const message = await tx.chatLine.findUnique({ where, select: { personId: true, deletedAt: true } });
      if (!message) return refused("not_found");
      const author = { personId: message.personId, role: await roleOf(scene, message.personId) };
      const ruling = rule(actor, author);
      if (!ruling.ok) return ruling;
      if (message.deletedAt || !(await erase(scene, channel, number))) return granted({ value: null });
      if (!ruling.value.moderates) return granted({ value: null });
      const happening = { type: "line_deleted", personId: message.personId, number } as const;
      return granted({ value: null, events: [{ audience: "moderators", happening }] });
    }),
});

async function roleOf({ tx, roomId }: Scene, personId: string) {
  const seat = await tx.seat.findFirst({ where: { roomId, personId, closedAt: null }, select: { role: true } });
  return seat?.role ?? "listener";
}

/** False where another person was first. */
async function erase({ tx, roomId, actor }: Scene, channel: ChatChannel, number: number): Promise<boolean> {
  const inRoom = channel === "room" ? 1 : 0;
  const erased = await tx.$executeRaw`
    WITH clock AS (
      UPDATE chat_clock SET room_version = room_version + ${inRoom}::int,
        moderators_version = moderators_version + ${1 - inRoom}::int
      WHERE room_id = ${roomId}::uuid
      RETURNING CASE WHEN ${inRoom}::int = 1 THEN room_version ELSE moderators_version END AS version)
    UPDATE chat_line l SET text = '', deleted_at = now(), deleted_by_id = ${actor.personId}::uuid,
      version = clock.version
    FROM clock WHERE l.room_id = ${roomId}::uuid AND l.channel = ${channel}::"ChatChannel"
      AND l.number = ${number}::bigint AND l.deleted_at IS NULL`;
  if (erased > 0) await tellChatChanged(tx, roomId);
  return erased > 0;
}
