import { removeFromChat as rule } from "@/lib/domain/chat/chat";
import { granted, refused } from "@/lib/domain/ruling";
import { actInRoom, SCENE_REFUSALS } from "@/lib/server/acts/act-in-room";
import { chatTarget } from "@/lib/server/chat/chat-target";
import { defineCommand } from "@/lib/server/http/command";
import { noInput, nothing } from "@/lib/wire/fields";

/** Lets a person write in the chat again. Safe to repeat. */
export const letBackIntoChat = defineCommand({
  who: "member",
  limit: "moderationOfPerson",
  input: noInput,
  output: nothing,
  refusals: [...SCENE_REFUSALS, "not_allowed"],
  summary: "Let somebody who was taken out of the chat write again",
  run: (ask) =>
    actInRoom<null, "not_allowed" | "not_found">(
      ask,
      async ({ tx, roomId, actor, targetId: personId, target: seat, now }) => {
        const target = await chatTarget(tx, roomId, personId, seat?.role ?? null);
        if (!target) return refused("not_found");
        const ruling = rule(actor, target.who, target.removed, false);
        if (!ruling.ok) return ruling;
        const { count } = await tx.chatBan.updateMany({
          where: { roomId, personId, liftedAt: null },
          data: { liftedAt: now, liftedById: actor.personId },
        });
        if (count === 0) return granted({ value: null });
        const happening = { type: "let_back_into_chat", personId } as const;
        return granted({
          value: null,
          events: [
            { audience: "moderators", happening },
            { audience: "person", toId: personId, happening },
          ],
        });
      },
    ),
});
