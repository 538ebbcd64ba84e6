import { createRoom } from "@/lib/server/commands/rooms/create-room";
import { command } from "@/lib/server/http/command";
import { query } from "@/lib/server/http/query";
import { liveRooms } from "@/lib/server/queries/hallway/live-rooms";
import { scheduledRooms } from "@/lib/server/queries/hallway/scheduled-rooms";

export const GET = query("The live rooms I may know of; with ?status=scheduled those to come", async (ask) => {
  const upcoming = new URL(ask.request.url).searchParams.get("status") === "scheduled";
  return { rooms: await (upcoming ? scheduledRooms(ask.caller) : liveRooms(ask.caller)) };
});

export const POST = command(createRoom);
