import { leadHall as rule } from "@/lib/domain/family/hall";
import type { PersonId, RoomId } from "@/lib/domain/ids";
import { granted } from "@/lib/domain/ruling";
import { mediaUrl } from "@/lib/media/media-url";
import { mediaToken } from "@/lib/media/tokens";
import { actInRoom, SCENE_REFUSALS, type Scene } from "@/lib/server/acts/act-in-room";
import { closeHand } from "@/lib/server/hands/close-hand";
import { defineCommand } from "@/lib/server/http/command";
import type { PlacedEvent } from "@/lib/server/notify/placed-events";
import type { EventToWrite } from "@/lib/server/notify/write-room-events";
import { stageOfHall } from "@/lib/server/seats/stage-of-hall";
import { onStage } from "@/lib/server/stage/stage-people";
import { noInput } from "@/lib/wire/fields";
import { onStageAnswer } from "@/lib/wire/stage/views";

/**
 * Volunteers to lead the overflow room that one sits in, which nobody leads: of several who do at once the first does.
 * Answered once LiveKit lets them publish; the fresh media pass is for whoever has to connect anew.
 */
export const leadHall = defineCommand({
  who: "member",
  limit: "moderationOfPerson",
  input: noInput,
  output: onStageAnswer,
  refusals: [...SCENE_REFUSALS, "has_leader", "not_allowed", "stage_full"],
  summary: "Lead the overflow room that I sit in",
  run: async (ask) => {
    const ruling = await actInRoom(
      ask,
      async (scene) => {
        const { tx, roomId, actor } = scene;
        const ruled = rule(actor, await stageOfHall(tx, roomId));
        if (!ruled.ok) return ruled;
        const rights = { change: "given", of: actor.personId } as const;
        if (ruled.value === "done") return granted({ value: actor, rights });
        return granted({ value: { ...actor, role: "moderator" as const }, rights, ...(await lead(scene)) });
      },
      { holdsRoom: "alone" },
    );
    if (!ruling.ok) return ruling;
    const { id, personId, role, muted, openedAt } = ruling.value;
    const roomId = ask.params.roomId as RoomId;
    const token = await mediaToken({ roomId, personId, role, muted });
    return granted({
      seat: { id, roomId, personId, role, muted, openedAt: openedAt.toISOString() },
      media: { url: mediaUrl(), token },
    });
  },
});

async function lead({ tx, roomId, actor, now }: Scene): Promise<{ events: EventToWrite[]; placed: PlacedEvent[] }> {
  const since = actor.stageSince ?? now;
  await tx.seat.update({
    where: { id: actor.id },
    data: { role: "moderator", stageSince: since, version: { increment: 1 } },
  });
  const personId = actor.personId as PersonId;
  const person = { ...(await onStage(tx, personId, "moderator", since)), muted: actor.muted };
  const placed = await closeHand(tx, { roomId, personId, outcome: "lowered", byId: personId, now });
  return { events: [{ audience: "everyone", happening: { type: "stage_joined", person } }], placed };
}
