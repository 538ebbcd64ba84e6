import { removeFromChat as rule } from "@/lib/domain/chat/chat";
import { granted, refused } from "@/lib/domain/ruling";
import { actInRoom, SCENE_REFUSALS } from "@/lib/server/acts/act-in-room";
import { chatTarget } from "@/lib/server/chat/chat-target";
import { defineCommand } from "@/lib/server/http/command";
import { noInput, nothing } from "@/lib/wire/fields";

/** Takes a person out of the chat. They stay in the room and may read it. Safe to repeat. */
export const removeFromChat = defineCommand({
  who: "member",
  limit: "moderationOfPerson",
  input: noInput,
  output: nothing,
  refusals: [...SCENE_REFUSALS, "not_allowed"],
  summary: "Take somebody out of the chat only",
  run: (ask) =>
    actInRoom<null, "not_allowed" | "not_found">(
      ask,
      async ({ tx, roomId, actor, targetId: personId, target: seat }) => {
        const target = await chatTarget(tx, roomId, personId, seat?.role ?? null);
        if (!target) return refused("not_found");
        const ruling = rule(actor, target.who, target.removed, true);
        if (!ruling.ok) return ruling;
        if (ruling.value === "done") return granted({ value: null });
        // Two moderators at once: the second finds that the first was faster.
        const data = [{ roomId, personId, bannedById: actor.personId }];
        const { count } = await tx.chatBan.createMany({ data, skipDuplicates: true });
        if (count === 0) return granted({ value: null });
        const happening = { type: "removed_from_chat", personId } as const;
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
