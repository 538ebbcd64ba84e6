import { type RoomId, toId } from "@/lib/domain/ids";
import { attendEpisode } from "@/lib/server/commands/reminders/attend-episode";
import { unattendEpisode } from "@/lib/server/commands/reminders/unattend-episode";
import { command } from "@/lib/server/http/command";
import { query } from "@/lib/server/http/query";
import { attendance } from "@/lib/server/queries/reminders/attendance";
import { attendanceView } from "@/lib/wire/reminders/views";

export const GET = query({
  summary: "Whether I will be at an episode, and how many will",
  who: "anyone",
  output: attendanceView,
  ask: async ({ caller, params }) => {
    const roomId = toId<RoomId>(params.roomId);
    return roomId && attendance(caller, roomId);
  },
});

export const PUT = command(attendEpisode);
export const DELETE = command(unattendEpisode);
