import { createRoom } from "@/lib/server/commands/rooms/create-room";
import { command } from "@/lib/server/http/command";
import { query } from "@/lib/server/http/query";
import { liveRooms } from "@/lib/server/queries/hallway/live-rooms";
import { scheduledRooms } from "@/lib/server/queries/hallway/scheduled-rooms";
import { roomCards } from "@/lib/wire/hallway/views";
import { roomsInput } from "@/lib/wire/rooms/inputs";

export const GET = query({
  summary: "The live rooms I may know of; with ?status=scheduled those to come",
  who: "anyone",
  asked: roomsInput,
  output: roomCards,
  ask: async ({ caller, asked }) => ({
    rooms: await (asked.status === "scheduled" ? scheduledRooms(caller) : liveRooms(caller)),
  }),
});

export const POST = command(createRoom);
