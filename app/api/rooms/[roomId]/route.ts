import { type RoomId, toId } from "@/lib/domain/ids";
import { editRoom } from "@/lib/server/commands/rooms/edit-room";
import { endRoom } from "@/lib/server/commands/rooms/end-room";
import { ReadyJson } from "@/lib/server/http/answers";
import { command } from "@/lib/server/http/command";
import { query } from "@/lib/server/http/query";
import { knownRoom } from "@/lib/server/queries/rooms/known-room";
import { roomView } from "@/lib/wire/rooms/views";

export const GET = query({
  summary: "A room: its stage, the first of its audience, its version",
  who: "anyone",
  output: roomView,
  ask: async ({ caller, params }) => {
    const roomId = toId<RoomId>(params.roomId);
    const snapshot = roomId && (await knownRoom(caller, roomId));
    return snapshot && new ReadyJson(snapshot.text, snapshot.etag);
  },
});

export const PATCH = command(editRoom);

export const DELETE = command(endRoom);
