import { HAND_WINDOW_MS, type HandsBefore, raiseHand as rule } from "@/lib/domain/hands/hand";
import type { PersonId, RoomId } from "@/lib/domain/ids";
import { granted } from "@/lib/domain/ruling";
import { actInRoom, SCENE_REFUSALS } from "@/lib/server/acts/act-in-room";
import { languageToAskIn } from "@/lib/server/hands/hand-language";
import { handRule } from "@/lib/server/hands/hand-mode";
import { defineCommand } from "@/lib/server/http/command";
import type { Transaction } from "@/lib/server/postgres/db";
import { familyPlace } from "@/lib/server/seats/family-seats";
import { faceOf } from "@/lib/server/stage/stage-people";
import { handInput } from "@/lib/wire/hands/inputs";
import { handRaised } from "@/lib/wire/hands/views";

/**
 * Asks to speak, with a question or without. Raised again it keeps its place, and a new question replaces the old one. The hand
 * carries the language that its owner listens to, where the family is interpreted into it.
 */
export const raiseHand = defineCommand({
  who: "member",
  limit: "handsOfPerson",
  input: handInput,
  output: handRaised,
  refusals: [...SCENE_REFUSALS, "already_on_stage", "hands_for_followed", "hands_off", "not_allowed", "too_many"],
  summary: "Raise my hand, with a question if I like",
  run: (ask) =>
    actInRoom(ask, async ({ tx, roomId, actor, now }) => {
      const before = await handsBefore(tx, roomId, actor.personId, now);
      const { mainRoomId, isFamily } = await familyPlace(tx, roomId);
      const ruling = rule(actor, before, await handRule(tx, mainRoomId, actor.personId), now);
      if (!ruling.ok) return ruling;
      const { question, asksIn: listensTo } = ask.input;
      const { openSince } = before;
      if (openSince && question === undefined) return granted({ value: { raisedAt: openSince.toISOString() } });
      const asksIn = listensTo === undefined ? undefined : await languageToAskIn(tx, mainRoomId, listensTo);
      const hand = openSince
        ? await askAnew(tx, roomId, actor.personId, { question: question ?? "", asksIn })
        : { raisedAt: now, question: question ?? "", parkedAt: null, asksIn: asksIn ?? null };
      if (!openSince) await tx.hand.create({ data: { ...hand, roomId, personId: actor.personId } });
      // A family's queue has an order of its own: its leaders hear that it changed, and read it.
      if (isFamily) return granted({ value: { raisedAt: hand.raisedAt.toISOString() } });
      const timesOnStage = await tx.offer.count({ where: { roomId, personId: actor.personId, outcome: "accepted" } });
      const shown = {
        person: await faceOf(tx, actor.personId),
        raisedAt: hand.raisedAt.toISOString(),
        question: hand.question,
        parked: hand.parkedAt !== null,
        hall: 0,
        picked: null,
        ...(timesOnStage > 0 && { timesOnStage }),
        ...(hand.asksIn !== null && { asksIn: hand.asksIn }),
      };
      return granted({
        value: { raisedAt: shown.raisedAt },
        events: [{ audience: "moderators", happening: { type: "hand_raised", hand: shown } }],
      });
    }),
});

type HandRow = { raisedAt: Date; question: string; parkedAt: Date | null; asksIn: string | null };

/** `asksIn` undefined: in the language that the hand has. */
type Asking = { question: string; asksIn: string | null | undefined };

async function askAnew(tx: Transaction, roomId: RoomId, personId: PersonId, asking: Asking): Promise<HandRow> {
  const { id } = await tx.hand.findFirstOrThrow({ where: { roomId, personId, closedAt: null }, select: { id: true } });
  return tx.hand.update({
    where: { id },
    data: asking,
    select: { raisedAt: true, question: true, parkedAt: true, asksIn: true },
  });
}

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
