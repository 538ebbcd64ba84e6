import { HAND_WINDOW_MS, type HandsBefore, raiseHand as rule } from "@/lib/domain/hand";
import type { PersonId, RoomId } from "@/lib/domain/ids";
import { granted } from "@/lib/domain/ruling";
import { actInRoom } from "@/lib/server/act-in-room";
import type { Transaction } from "@/lib/server/db";
import type { Command } from "@/lib/server/http/command";
import { faceOf } from "@/lib/server/stage-people";
import { noInput } from "@/lib/wire/inputs";

type Raised = { raisedAt: string };

/** Asks to speak. Raised twice it keeps its place in the queue. */
export const raiseHand: Command<Record<string, never>, Raised, "member"> = {
  who: "member",
  input: noInput,
  summary: "Raise my hand",
  run: (ask) =>
    actInRoom(ask, async ({ tx, roomId, actor, now }) => {
      const before = await handsBefore(tx, roomId, actor.personId, now);
      const ruling = rule(actor, before, now);
      if (!ruling.ok) return ruling;
      if (before.openSince) return granted({ value: { raisedAt: before.openSince.toISOString() } });
      await tx.hand.create({ data: { roomId, personId: actor.personId, raisedAt: now } });
      const hand = { person: await faceOf(tx, actor.personId), raisedAt: now.toISOString() };
      return granted({
        value: { raisedAt: hand.raisedAt },
        events: [{ audience: "moderators", happening: { type: "hand_raised", hand } }],
      });
    }),
};

async function handsBefore(tx: Transaction, roomId: RoomId, personId: PersonId, now: Date): Promise<HandsBefore> {
  const where = { roomId, personId };
  const open = await tx.hand.findFirst({ where: { ...where, closedAt: null }, select: { raisedAt: true } });
  const declined = await tx.hand.findFirst({
    where: { ...where, outcome: "declined" },
    orderBy: { closedAt: "desc" },
    select: { closedAt: true },
  });
  const lately = await tx.hand.count({
    where: { ...where, raisedAt: { gt: new Date(now.getTime() - HAND_WINDOW_MS) } },
  });
  return { openSince: open?.raisedAt ?? null, declinedAt: declined?.closedAt ?? null, lately };
}
