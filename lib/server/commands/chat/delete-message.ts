import { deleteMessage as rule } from "@/lib/domain/chat/chat";
import type { PersonId } from "@/lib/domain/ids";
import { can } from "@/lib/domain/permissions";
import { granted, refused } from "@/lib/domain/ruling";
import { actInRoom, SCENE_REFUSALS, type Scene } from "@/lib/server/acts/act-in-room";
import { eraseMessage } from "@/lib/server/chat/erase-message";
import { defineCommand } from "@/lib/server/http/command";
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
      const erased =
        !message.deletedAt && (await eraseMessage(tx, { roomId, channel, number }, actor.personId as PersonId));
      if (!erased) return granted({ value: null });
      if (!ruling.value.moderates) return granted({ value: null });
      const happening = { type: "line_deleted", personId: message.personId, number } as const;
      return granted({ value: null, events: [{ audience: "moderators", happening }] });
    }),
});

async function roleOf({ tx, roomId }: Scene, personId: string) {
  const seat = await tx.seat.findFirst({ where: { roomId, personId, closedAt: null }, select: { role: true } });
  return seat?.role ?? "listener";
}
