import { useEffect, useMemo, useSyncExternalStore } from "react";
import { useNow } from "@/components/room/clock/use-now";
import { useRoomScene } from "@/components/room/room-context";
import type { RoomScene } from "@/components/room/use-room";
import { type ChatState, chats } from "@/lib/client/chat/chat-store";
import type { ChatChannel } from "@/lib/domain/chat/chat";
import { type WriteRefusal, writeChat } from "@/lib/domain/chat/chat";

/** A channel of the room that the page is in, without what people wrote with whom I have a block. */
export function useChat(channel: ChatChannel): ChatState {
  const store = chats[channel];
  const { unblocked } = useRoomScene();
  const chat = useSyncExternalStore(store.watch, store.state, store.serverState);
  return useMemo(() => {
    const authors = new Set(unblocked(chat.messages.map(({ person }) => person)).map(({ id }) => id));
    return { ...chat, messages: chat.messages.filter(({ person }) => authors.has(person.id)) };
  }, [chat, unblocked]);
}

/** How many messages of others came since the newest that was in view. */
export function useUnread(channel: ChatChannel, personId: string | undefined): number {
  const { messages, seen } = useChat(channel);
  return messages.filter(({ number, person }) => number > seen && person.id !== personId).length;
}

/** `guest`: whoever listens without an account reads along. `waitSeconds`: slow mode lets me write after so long. */
type MayWrite = { refusal: Exclude<WriteRefusal, "too_many"> | "guest" | null; waitSeconds: number };

/** Whether I may write now, by the rule that the server asks too; counted down while slow mode makes me wait. */
export function useMayWrite(channel: ChatChannel): MayWrite {
  const scene = useRoomScene();
  const { standing, standingAt } = useChat(channel);
  const { chatMode } = scene.view.room;
  // Whom I follow may have changed by the time the mode asks for it.
  useEffect(() => (chatMode === "followers" ? chats.room.readStandingSoon() : undefined), [chatMode]);
  const judged = judge(
    channel,
    scene,
    standing && { ...standing, sinceLastMs: passed(standing.sinceLastMs, standingAt) },
  );
  // Judged anew as the clock goes on, for as long as there is something to wait for.
  useNow(judged.waitSeconds > 0 ? 500 : null);
  return judged;
}

const passed = (sinceLastMs: number | null, at: number): number | null =>
  sinceLastMs === null ? null : sinceLastMs + performance.now() - at;

function judge(channel: ChatChannel, { me, view, isMember }: RoomScene, standing: ChatState["standing"]): MayWrite {
  if (!isMember || !me) return { refusal: "guest", waitSeconds: 0 };
  if (channel === "moderators") return { refusal: null, waitSeconds: 0 };
  // Until it is known, nobody is told off; the server judges all the same.
  const ruling = writeChat(me, view.room, standing ?? { removed: false, followsLeader: true, sinceLastMs: null });
  if (ruling.ok) return { refusal: null, waitSeconds: 0 };
  if (ruling.refusal !== "too_many") return { refusal: ruling.refusal, waitSeconds: 0 };
  return { refusal: null, waitSeconds: Number(ruling.facts?.retryAfterSeconds ?? 0) };
}
