import { granted, refused } from "@/lib/domain/ruling";
import { isBackstageOpen } from "@/lib/domain/shows/backstage";
import { canWithShow } from "@/lib/domain/shows/show-permissions";
import { ensureMediaRoom } from "@/lib/media/api";
import { actOnEpisode } from "@/lib/server/acts/act-on-episode";
import { goLive as makeLive } from "@/lib/server/admission/go-live";
import { defineCommand } from "@/lib/server/http/command";
import { log } from "@/lib/server/postgres/log";
import { readRoomView } from "@/lib/server/queries/rooms/read-room-view";
import { noInput } from "@/lib/wire/fields";
import { roomAnswer } from "@/lib/wire/rooms/views";

/**
 * Makes a planned room live, in one act: who is behind its stage is on it, and the door lets everybody in. From when its backstage opens.
 * Of a room that is live already it changes nothing. `room_not_live`: before that.
 */
export const goLive = defineCommand({
  who: "member",
  limit: "roomEditsOfPerson",
  input: noInput,
  output: roomAnswer,
  refusals: ["not_allowed", "not_found", "room_ended", "room_not_live"],
  summary: "Go live with a planned room",
  run: async (ask) => {
    const done = await actOnEpisode(ask, async ({ tx, roomId, room, scheduledFor, actor, now }) => {
      if (!canWithShow(actor.role, "goLive")) return refused("not_allowed");
      if (room.status === "ended") return refused("room_ended");
      if (room.status === "live") return granted(room);
      if (!isBackstageOpen({ status: room.status, scheduledFor }, now)) return refused("room_not_live");
      await makeLive(tx, roomId, { personId: actor.personId, now });
      return granted(room);
    });
    if (!done.ok) return done;
    const { id, capacity } = done.value;
    // Nobody waits for it: somebody who was behind the stage has it already, and the door makes sure again.
    ensureMediaRoom(id, capacity).catch((fault: unknown) => log().debug({ err: fault }, "left to the door"));
    const view = await readRoomView(id);
    return view ? granted({ room: view.room }) : refused("not_found");
  },
});
