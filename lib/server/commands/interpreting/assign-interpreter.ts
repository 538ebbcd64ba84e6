import type { PersonId, RoomId } from "@/lib/domain/ids";
import { type Assignee, assignInterpreter as rule } from "@/lib/domain/interpreting/interpreting";
import { granted } from "@/lib/domain/ruling";
import { actInRoom, SCENE_REFUSALS } from "@/lib/server/acts/act-in-room";
import { defineCommand } from "@/lib/server/http/command";
import { mirrorChannels } from "@/lib/server/mirroring/mirror-channels";
import type { Transaction } from "@/lib/server/postgres/db";
import { channelsToAnnounce } from "@/lib/server/queries/interpreting/channels";
import { visibleRoom } from "@/lib/server/queries/rooms/visible-room";
import { lockInterpreters } from "@/lib/server/seats/lock-interpreters";
import { turnBack } from "@/lib/server/stage/turned-interpreters";
import { nothing } from "@/lib/wire/fields";
import { interpreterInput } from "@/lib/wire/interpreting/inputs";

type Assigned = { roomId: RoomId; personId: PersonId };

/**
 * Assigns a member to a language of a main room, for its whole family; from another language they are moved over. They
 * need not sit in it yet. Source: behaviours 28.
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
    const ruling = await actInRoom(
      ask,
      async ({ tx, roomId, now, actor, targetId: personId }) => {
        const room = await tx.room.findUniqueOrThrow({
          where: { id: roomId },
          select: { status: true, mainRoomId: true },
        });
        const others = await lockInterpreters(tx, roomId);
        const assignee = await assigneeOf(tx, roomId, personId);
        const ruled = rule(actor, room, assignee, language, others);
        if (!ruled.ok) return ruled;
        if (ruled.value === "done") return granted({ value: null as Assigned | null });
        const before = others.find((one) => one.personId === personId);
        const losses = before ? await turnBack(tx, [before]) : [];
        if (before) await tx.interpreter.update({ where: { id: before.id }, data: { endedAt: now, onAirSince: null } });
        await tx.interpreter.create({
          data: { roomId, personId, language, assignedById: actor.personId, assignedAt: now },
        });
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

async function assigneeOf(tx: Transaction, roomId: RoomId, personId: PersonId): Promise<Assignee | null> {
  const person = await tx.person.findUnique({
    where: { id: personId },
    select: { kind: true, bannedAt: true, givenUpAt: true },
  });
  if (!person || person.givenUpAt) return null;
  const ban = await tx.roomBan.findFirst({ where: { roomId, personId, liftedAt: null }, select: { id: true } });
  const barred = person.bannedAt !== null || ban !== null;
  return { personId, kind: person.kind, barred, knows: (await visibleRoom({ id: personId }, roomId)) !== null };
}
