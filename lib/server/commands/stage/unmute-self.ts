import { granted } from "@/lib/domain/ruling";
import { unmuteSelf as rule } from "@/lib/domain/stage/stage";
import { actInRoom } from "@/lib/server/acts/act-in-room";
import type { Command } from "@/lib/server/http/command";
import { noInput } from "@/lib/wire/fields";

/** Takes one's microphone back after a moderator's mute. Answered once LiveKit lets the person publish again. */
export const unmuteSelf: Command<Record<string, never>, null, "member"> = {
  who: "member",
  limit: "unmutesOfPerson",
  input: noInput,
  summary: "Unmute myself",
  run: (ask) =>
    actInRoom(ask, async ({ tx, roomId, actor, targetId: personId }) => {
      // Read after the seat is locked: whoever mutes and locks all waits for the same seat.
      const room = await tx.room.findUniqueOrThrow({ where: { id: roomId }, select: { microphonesLockedAt: true } });
      const ruling = rule(actor, personId, room.microphonesLockedAt !== null);
      if (!ruling.ok) return ruling;
      const rights = { change: "given", of: personId } as const;
      if (ruling.value === "done") return granted({ value: null, rights });
      await tx.seat.update({
        where: { id: actor.id },
        data: { mutedAt: null, mutedById: null, version: { increment: 1 } },
      });
      const happening = { type: "microphone_returned", personId } as const;
      return granted({ value: null, rights, events: [{ audience: "everyone", happening }] });
    }),
};
