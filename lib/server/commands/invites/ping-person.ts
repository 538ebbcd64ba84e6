import type { PersonId, RoomId } from "@/lib/domain/ids";
import { type Called, ping as rule } from "@/lib/domain/invites/ping";
import { isHiddenKind } from "@/lib/domain/rooms/visibility";
import { granted } from "@/lib/domain/ruling";
import { actInRoom, SCENE_REFUSALS } from "@/lib/server/acts/act-in-room";
import { defineCommand } from "@/lib/server/http/command";
import { pushToPeople } from "@/lib/server/notify/push-to-people";
import { ringPerson } from "@/lib/server/notify/ring-person";
import type { Transaction } from "@/lib/server/postgres/db";
import { visiblePeople } from "@/lib/server/queries/people/person-visibility";
import { nothing } from "@/lib/wire/fields";
import { pingInput } from "@/lib/wire/invites/inputs";

/**
 * Calls one member into the room, once: "X wants you in this room". In a hidden room the call is also the key.
 * A sender has twenty an hour. Refused ones count too, so that nobody finds out in bulk who wants quiet. Source: behaviours 7.
 */
export const pingPerson = defineCommand({
  who: "member",
  limit: "pingsOfPerson",
  input: pingInput,
  output: nothing,
  refusals: [...SCENE_REFUSALS, "not_allowed", "too_many", "wants_quiet"],
  summary: "Call a person into a room",
  run: async (ask) => {
    const personId = ask.input.personId as PersonId;
    const ruling = await actInRoom(ask, async ({ tx, sql, roomId, actor, now }) => {
      const room = await tx.room.findUniqueOrThrow({ where: { id: roomId }, select: { kind: true } });
      const ruled = rule(actor, room.kind, await calledOne(tx, roomId, personId, actor.personId));
      if (!ruled.ok) return ruled;
      if (ruled.value === "done") return granted({ value: false });
      const key = { roomId, personId };
      const { count } = await tx.ping.createMany({
        data: { ...key, byId: actor.personId, at: now },
        skipDuplicates: true,
      });
      const byId = actor.personId as PersonId;
      if (count > 0) await pushToPeople(sql, { personIds: [personId], kind: "ping", byId, roomId });
      if (isHiddenKind(room.kind)) {
        await tx.invitation.upsert({
          where: { roomId_personId: key },
          create: { ...key, invitedById: actor.personId },
          // A key from a person outlasts the link by which they came before.
          update: { linkId: null },
        });
      }
      const calledIn = { audience: "moderators", happening: { type: "called_in", personId } } as const;
      return granted({ value: count > 0, events: count > 0 && isHiddenKind(room.kind) ? [calledIn] : [] });
    });
    if (!ruling.ok) return ruling;
    if (ruling.value) ringPerson(personId);
    return granted(null);
  },
});

/** Null for whom the caller may not know of. */
async function calledOne(tx: Transaction, roomId: RoomId, personId: PersonId, actorId: string): Promise<Called | null> {
  const seen = await visiblePeople(actorId, [personId]);
  if (!seen.has(personId)) return null;
  const person = await tx.person.findUniqueOrThrow({ where: { id: personId }, select: { quietSince: true } });
  const here = { roomId, personId };
  const { mainRoomId } = await tx.room.findUniqueOrThrow({ where: { id: roomId }, select: { mainRoomId: true } });
  const places = { in: [roomId, ...(mainRoomId ? [mainRoomId] : [])] };
  const ban = await tx.roomBan.findFirst({
    where: { roomId: places, personId, liftedAt: null },
    select: { roomId: true },
  });
  const seat = await tx.seat.findFirst({ where: { ...here, closedAt: null }, select: { id: true } });
  const before = await tx.ping.findUnique({ where: { roomId_personId: here }, select: { at: true } });
  return {
    personId,
    quiet: person.quietSince !== null,
    barred: ban !== null,
    calledOrHere: seat !== null || before !== null,
  };
}
