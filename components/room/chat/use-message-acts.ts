import { useTranslations } from "next-intl";
import { useAttempt } from "@/components/frame/use-attempt";
import { useRoomScene } from "@/components/room/room-context";
import { useSaid } from "@/components/ui/name";
import { toast } from "@/components/ui/toast";
import { chatApi } from "@/lib/client/chat/chat-api";
import { chats } from "@/lib/client/chat/chat-store";
import type { ChatChannel } from "@/lib/domain/chat/chat";
import type { ChatMessageView } from "@/lib/wire/chat/views";

type MessageAct = { name: "deleteMessage" | "removeFromChat" | "letBackIntoChat"; run: () => Promise<boolean> };

/** What I may do about a message and its writer, from the one table of permissions. `isOut`: they were taken out of the chat. */
export function useMessageActs(
  { number, person }: ChatMessageView,
  channel: ChatChannel,
  isOut: boolean,
): MessageAct[] {
  const scene = useRoomScene();
  const t = useTranslations("chat");
  const nameOf = useSaid();
  const attempt = useAttempt();
  const roomId = scene.view.room.id;
  const letBackIntoChat = (): Promise<boolean> => attempt(chatApi.letBackIntoChat(roomId, person.id));
  const removeFromChat = (): Promise<boolean> =>
    attempt(chatApi.removeFromChat(roomId, person.id), () =>
      toast(t("removedFromChat", { name: nameOf(person) }), {
        text: t("letBackIntoChat"),
        run: () => void letBackIntoChat(),
      }),
    );
  const own = scene.me?.personId === person.id;
  const role = scene.stage.find(({ id }) => id === person.id)?.role ?? "listener";
  const target = { personId: person.id, role };
  const acts: MessageAct[] = [];
  if (scene.may(own ? "deleteOwnMessage" : "deleteMessage", target)) {
    acts.push({ name: "deleteMessage", run: () => attempt(chats[channel].deleteMessage(number)) });
  }
  if (channel === "room" && !own && scene.may("removeFromChat", target)) {
    acts.push(
      isOut ? { name: "letBackIntoChat", run: letBackIntoChat } : { name: "removeFromChat", run: removeFromChat },
    );
  }
  return acts;
}
