import { createRoom } from "@/lib/server/commands/rooms/create-room";
import { command } from "@/lib/server/http/command";
import { query } from "@/lib/server/http/query";
import { liveRooms } from "@/lib/server/queries/hallway/live-rooms";
import { scheduledRooms } from "@/lib/server/queries/hallway/scheduled-rooms";
import { roomsInput } from "@/lib/wire/hallway/inputs";
import { roomPage } from "@/lib/wire/hallway/views";

export const GET = query({
  summary: "The live rooms I may know of, those that mean most to me first; with ?status=scheduled those to come",
  who: "anyone",
  asked: roomsInput,
  output: roomPage,
  ask: async ({ caller, asked: { status, ...wanted } }) =>
    status === "scheduled" ? { rooms: await scheduledRooms(caller), next: null, folded: 0 } : liveRooms(caller, wanted),
});

export const POST = command(createRoom);
