import { type RoomId, toId } from "@/lib/domain/ids";
import { writeChat } from "@/lib/server/commands/chat/write-chat";
import { ReadyJson } from "@/lib/server/http/answers";
import { command } from "@/lib/server/http/command";
import { query } from "@/lib/server/http/query";
import { chatSnapshot, NEWEST_MESSAGES } from "@/lib/server/queries/chat/chat-snapshot";
import { knownChat } from "@/lib/server/queries/chat/known-chat";
import { readChat } from "@/lib/server/queries/chat/read-chat";
import { chatPageInput } from "@/lib/wire/chat/inputs";
import { chatPage } from "@/lib/wire/chat/views";

export const POST = command(writeChat);

export const GET = query({
  summary: "The last messages of a room's chat, or those before a number",
  who: "anyone",
  asked: chatPageInput,
  output: chatPage,
  ask: async ({ caller, params, asked }) => {
    const roomId = toId<RoomId>(params.roomId);
    const { channel, before, limit } = asked;
    if (!roomId || !(await knownChat(caller, roomId, channel))) return null;
    if (before === undefined && limit === NEWEST_MESSAGES) return new ReadyJson(await chatSnapshot(roomId, channel));
    return readChat(roomId, channel, { before, limit });
  },
});
