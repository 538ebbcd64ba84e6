import { call } from "@/lib/client/call";
import type { ChatChannel } from "@/lib/domain/chat/chat";
import type { ChatMode } from "@/lib/domain/rooms/room";

/** The routes of a room's chats. */
export const chatApi = {
  readChat: (roomId: string, channel: ChatChannel, before?: number) =>
    call("GET /api/rooms/:roomId/chat", { params: { roomId }, asked: { channel, before } }),
  readStanding: (roomId: string) => call("GET /api/rooms/:roomId/chat/standing", { params: { roomId } }),
  writeChat: (roomId: string, input: { channel: ChatChannel; text: string; key: string }) =>
    call("POST /api/rooms/:roomId/chat", { params: { roomId }, input }),
  deleteMessage: (roomId: string, channel: ChatChannel, number: number) =>
    call("DELETE /api/rooms/:roomId/chat/:number", { params: { roomId, number: String(number) }, input: { channel } }),
  removeFromChat: (roomId: string, personId: string) =>
    call("PUT /api/rooms/:roomId/chat/bans/:personId", { params: { roomId, personId } }),
  letBackIntoChat: (roomId: string, personId: string) =>
    call("DELETE /api/rooms/:roomId/chat/bans/:personId", { params: { roomId, personId } }),
  setChatMode: (roomId: string, input: { chatMode?: ChatMode; chatSlowSeconds?: number }) =>
    call("PATCH /api/rooms/:roomId", { params: { roomId }, input }),
};
