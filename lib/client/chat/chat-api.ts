import { type ApiAnswer, ask, type Done } from "@/lib/client/api";
import type { ChatChannel } from "@/lib/domain/chat/chat";
import type { ChatMode } from "@/lib/domain/rooms/room";
import type { ChatLineView, ChatPage, ChatStanding } from "@/lib/wire/chat/views";

const chat = (roomId: string, rest = ""): string => `/api/rooms/${roomId}/chat${rest}`;

/** The routes of a room's chats. */
export const chatApi = {
  read: (roomId: string, channel: ChatChannel, before?: number): Promise<ApiAnswer<ChatPage>> =>
    ask("GET", chat(roomId, `?channel=${channel}${before === undefined ? "" : `&before=${before}`}`)),
  standing: (roomId: string): Promise<ApiAnswer<ChatStanding>> => ask("GET", chat(roomId, "/standing")),
  write: (
    roomId: string,
    line: { channel: ChatChannel; text: string; key: string },
  ): Promise<ApiAnswer<{ line: ChatLineView }>> => ask("POST", chat(roomId), line),
  deleteLine: (roomId: string, channel: ChatChannel, number: number): Promise<Done> =>
    ask("DELETE", chat(roomId, `/${number}`), { channel }),
  removeFromChat: (roomId: string, personId: string): Promise<Done> => ask("PUT", chat(roomId, `/bans/${personId}`)),
  letBack: (roomId: string, personId: string): Promise<Done> => ask("DELETE", chat(roomId, `/bans/${personId}`)),
  setMode: (roomId: string, change: { chatMode?: ChatMode; chatSlowSeconds?: number }): Promise<Done> =>
    ask("PATCH", `/api/rooms/${roomId}`, change),
};
