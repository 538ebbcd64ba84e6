import { visitHall as rule } from "@/lib/domain/family/hall";
import { VISIT_LEASE_MS } from "@/lib/domain/family/visit";
import { type RoomId, toId } from "@/lib/domain/ids";
import { granted, refused } from "@/lib/domain/ruling";
import { ensureMediaRoom } from "@/lib/media/api";
import { mediaUrl } from "@/lib/media/media-url";
import { visitToken } from "@/lib/media/tokens";
import { actInRoom, SCENE_REFUSALS } from "@/lib/server/acts/act-in-room";
import { defineCommand } from "@/lib/server/http/command";
import { hangUpVisit, keepVisit } from "@/lib/server/seats/visits";
import { visitAnswer } from "@/lib/wire/family/views";
import { noInput } from "@/lib/wire/fields";

/**
 * Lets a leader of the main room listen in to an overflow room: hidden, without a seat, not counted. The visit ends by
 * itself unless the caller asks again within half a minute.
 * Throws ServiceAway("media") where LiveKit is away; the visit stands.
 */
export const visitHall = defineCommand({
  who: "member",
  limit: "visitsOfPerson",
  input: noInput,
  output: visitAnswer,
  refusals: [...SCENE_REFUSALS, "not_allowed"],
  summary: "Listen in to an overflow room, or go on doing so",
  run: async ({ caller, params }) => {
    const roomId = toId<RoomId>(params.roomId);
    if (!roomId) return refused("not_found");
    const ruling = await actInRoom({ caller, params: { roomId } }, async ({ tx, actor, now }) => {
      const select = { mainRoomId: true, status: true, capacity: true } as const;
      const hall = await tx.room.findUniqueOrThrow({ where: { id: roomId }, select });
      const ruled = rule(actor, hall);
      if (!ruled.ok) return ruled;
      const left = await keepVisit(tx, roomId, caller.id, now);
      return granted({ value: { left, capacity: hall.capacity } });
    });
    if (!ruling.ok) return ruling;
    const { left, capacity } = ruling.value;
    const [token] = await Promise.all([
      visitToken(roomId, caller.id),
      ensureMediaRoom(roomId, capacity),
      ...left.map((hall) => hangUpVisit(hall, caller.id)),
    ]);
    return granted({ media: { url: mediaUrl(), token }, leaseSeconds: VISIT_LEASE_MS / 1_000 });
  },
});
