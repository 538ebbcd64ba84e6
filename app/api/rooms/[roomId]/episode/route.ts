import { type RoomId, toId } from "@/lib/domain/ids";
import { cancelEpisode } from "@/lib/server/commands/shows/cancel-episode";
import { editEpisode } from "@/lib/server/commands/shows/edit-episode";
import { command } from "@/lib/server/http/command";
import { query } from "@/lib/server/http/query";
import { visibleRoom } from "@/lib/server/queries/rooms/visible-room";
import { episode } from "@/lib/server/queries/shows/episode";
import { episodeView } from "@/lib/wire/shows/views";

export const GET = query({
  summary: "What was planned of a room",
  who: "anyone",
  output: episodeView,
  ask: async ({ caller, params }) => {
    const id = toId<RoomId>(params.roomId);
    return id && (await visibleRoom(caller, id)) && episode(caller, id);
  },
});

export const PATCH = command(editEpisode);
export const DELETE = command(cancelEpisode);
