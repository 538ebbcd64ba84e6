import type { PersonId, RoomId } from "@/lib/domain/ids";
import { type Assignee, assignInterpreter as rule } from "@/lib/domain/interpreting/interpreting";
import { granted } from "@/lib/domain/ruling";
import { actInRoomOrAhead } from "@/lib/server/acts/act-ahead";
import { SCENE_REFUSALS } from "@/lib/server/acts/act-in-room";
import { giveInterpretersKey } from "@/lib/server/acts/interpreters-key";
import { defineCommand } from "@/lib/server/http/command";
import { mirrorChannels } from "@/lib/server/mirroring/mirror-channels";
import { tellOfShow } from "@/lib/server/notify/tell-of-show";
import type { Transaction } from "@/lib/server/postgres/db";
import { prismaSql } from "@/lib/server/postgres/sql";
import { channelsToAnnounce } from "@/lib/server/queries/interpreting/channels";
import { visiblePeople } from "@/lib/server/queries/people/person-visibility";
import { visibleRoom } from "@/lib/server/queries/rooms/visible-room";
import { lockInterpreters } from "@/lib/server/seats/lock-interpreters";
import { turnBack } from "@/lib/server/stage/turned-interpreters";
import { nothing } from "@/lib/wire/fields";
import { interpreterInput } from "@/lib/wire/interpreting/inputs";

type Assigned = { roomId: RoomId; personId: PersonId };

/**
 * Assigns a member to a language of a main room, for its whole family; from another language they are moved over. They
 * need not sit in it yet. Whoever leads a planned room names its interpreters long before: they are given its key, so that they see it
 * whatever its kind, and are told. Source: behaviours 28, 37.
 */
export const assignInterpreter = defineCommand({
  who: "member",
  limit: "interpretingOfPerson",
  input: interpreterInput,
  output: nothing,
  refusals: [...SCENE_REFUSALS, "interpreters_full", "not_allowed"],
  summary: "Assign an interpreter to a language",
  run: async (ask) => {
    const { language } = ask.input;
    const ruling = await actInRoomOrAhead(
      ask,
      async ({ tx, roomId, now, actor, actorId, targetId: personId }) => {
        const room = await tx.room.findUniqueOrThrow({
          where: { id: roomId },
          select: { status: true, mainRoomId: true, createdById: true },
        });
        const others = await lockInterpreters(tx, roomId);
        const mayLetIn = room.status === "scheduled" ? [actorId, room.createdById] : [];
        const assignee = await assigneeOf(tx, roomId, personId, mayLetIn);
        const ruled = rule(actor, room, assignee, language, others);
        if (!ruled.ok) return ruled;
        if (ruled.value === "done") return granted({ value: null as Assigned | null });
        const before = others.find((one) => one.personId === personId);
        const losses = before ? await turnBack(tx, [before]) : [];
        if (before) await tx.interpreter.update({ where: { id: before.id }, data: { endedAt: now, onAirSince: null } });
        const { id: interpreterId } = await tx.interpreter.create({
          data: { roomId, personId, language, assignedById: actorId, assignedAt: now },
          select: { id: true },
        });
        if (room.status === "scheduled") {
          await giveInterpretersKey(tx, { roomId, personId, by: actorId });
          await tellOfShow(prismaSql(tx), { personId, byId: actorId, interpreterId });
        }
        const value = { roomId, personId } as Assigned | null;
        const assigned = { type: "interpreter_assigned", personId, language } as const;
        const toModerators = { audience: "moderators", happening: assigned } as const;
        // Whoever is heard on the stage is silent there before everybody is told.
        if (losses.length > 0) return granted({ value, losses, events: [toModerators] });
        const changed = { type: "interpreters_changed", channels: await channelsToAnnounce(tx, roomId) } as const;
        return granted({ value, events: [{ audience: "everyone", happening: changed }, toModerators] });
      },
      { locks: "held" },
    );
    if (!ruling.ok) return ruling;
    if (ruling.value) await mirrorChannels(ruling.value.roomId, ruling.value.personId, false);
    return granted(null);
  },
});

/** `mayLetIn`: those whose word gives a key to whoever does not know of the room yet, unless one of them and they have blocked each other. */
async function assigneeOf(
  tx: Transaction,
  roomId: RoomId,
  personId: PersonId,
  mayLetIn: readonly string[],
): Promise<Assignee | null> {
  const person = await tx.person.findUnique({
    where: { id: personId },
    select: { kind: true, bannedAt: true, givenUpAt: true },
  });
  if (!person || person.givenUpAt) return null;
  const ban = await tx.roomBan.findFirst({ where: { roomId, personId, liftedAt: null }, select: { id: true } });
  const barred = person.bannedAt !== null || ban !== null;
  const sees = (await visibleRoom({ id: personId }, roomId)) !== null;
  return { personId, kind: person.kind, barred, knows: sees || (await isSeenByAll(mayLetIn, personId)) };
}

async function isSeenByAll(viewers: readonly string[], personId: PersonId): Promise<boolean> {
  const seen = await Promise.all(viewers.map((viewer) => visiblePeople(viewer, [personId])));
  return seen.length > 0 && seen.every((people) => people.has(personId));
}
