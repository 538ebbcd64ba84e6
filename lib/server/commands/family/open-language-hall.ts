import type pg from "pg";
import { mayOpenOverflow } from "@/lib/domain/family/overflow";
import type { PersonId, RoomId } from "@/lib/domain/ids";
import { toId } from "@/lib/domain/ids";
import { can } from "@/lib/domain/permissions";
import type { Role } from "@/lib/domain/roles";
import { granted, type Ruling, refused } from "@/lib/domain/ruling";
import { ServiceAway } from "@/lib/domain/service-away";
import { ensureMediaRoom } from "@/lib/media/api";
import { SCENE_REFUSALS, whyNoSeat } from "@/lib/server/acts/act-in-room";
import { inTransaction } from "@/lib/server/admission/in-transaction";
import { lockRooms } from "@/lib/server/admission/lock-rooms";
import { openOverflow } from "@/lib/server/admission/open-overflow";
import { overflowOf } from "@/lib/server/admission/overflow-of";
import { writeHappenings } from "@/lib/server/admission/write-happenings";
import { defineCommand } from "@/lib/server/http/command";
import { ringHallway } from "@/lib/server/notify/ring-hallway";
import { askPostgres } from "@/lib/server/postgres/ask-postgres";
import { hotPool } from "@/lib/server/postgres/db";
import { log } from "@/lib/server/postgres/log";
import { overflowInput } from "@/lib/wire/family/inputs";
import { openedHall } from "@/lib/wire/family/views";

type Opened = { id: RoomId; number: number; capacity: number };

type OpeningRefusal = "not_found" | "not_allowed" | "no_seat" | "room_ended" | "room_not_live" | "family_full";

/** The family grew while its lock was waited for, so that not all of it is seen: it is looked at anew. */
const MAX_TRIES = 6;

/** Opens an overflow room for a language, which its speakers are placed in from then on. Source: behaviours 28. */
export const openLanguageHall = defineCommand({
  who: "member",
  limit: "hallsOfPerson",
  input: overflowInput,
  output: openedHall,
  refusals: [...SCENE_REFUSALS, "family_full", "not_allowed", "room_not_live", "too_many"],
  status: 201,
  summary: "Open an overflow room for a language",
  run: async ({ caller, params, input: { language } }) => {
    const roomId = toId<RoomId>(params.roomId);
    if (!roomId) return refused("not_found");
    const ruling = await openOne(roomId, caller.id, language);
    if (!ruling) return refused(await whyNoSeat(caller, roomId));
    if (!ruling.ok) return ruling;
    const { id, number, capacity } = ruling.value;
    ensureMediaRoom(id, capacity).catch((fault: unknown) => log().debug({ err: fault }, "left to the door"));
    ringHallway([roomId]);
    return granted({ hall: { id, number } });
  },
});

async function openOne(
  roomId: RoomId,
  personId: PersonId,
  language: string,
): Promise<Ruling<Opened, OpeningRefusal> | null> {
  for (let tries = 0; tries < MAX_TRIES; tries++) {
    const outcome = await inTransaction(hotPool(), (client) => openUnderLock(client, roomId, personId, language));
    if (outcome !== "again") return outcome;
  }
  throw new ServiceAway("database");
}

/** Null where who asks holds no seat in the main room. */
async function openUnderLock(
  client: pg.ClientBase,
  roomId: RoomId,
  personId: PersonId,
  language: string,
): Promise<Ruling<Opened, OpeningRefusal> | null | "again"> {
  const rooms = await lockRooms(client, [roomId], []);
  const main = rooms.get(roomId);
  const role = await roleOf(client, roomId, personId);
  if (!main || !role) return null;
  if (main.mainRoomId !== null) return refused("not_found");
  if (!can({ personId, role }, "assignInterpreter")) return refused("not_allowed");
  if (main.status !== "live") return refused(main.status === "ended" ? "room_ended" : "room_not_live");
  if (!main.familySeen) return "again";
  const family = [...rooms.values()].filter((room) => room.mainRoomId === roomId);
  if (!mayOpenOverflow(main, family)) return refused("family_full");
  const hall = overflowOf(main, language);
  await openOverflow(client, [hall]);
  const number = hall.overflowOpened;
  const happening = { type: "language_hall_opened", language, number } as const;
  await writeHappenings(client, [{ roomId, actorId: personId, event: { audience: "moderators", happening } }]);
  return granted({ id: hall.id, number, capacity: hall.capacity });
}

async function roleOf(client: pg.ClientBase, roomId: RoomId, personId: PersonId): Promise<Role | null> {
  const text = "SELECT role FROM seat WHERE room_id = $1 AND person_id = $2 AND closed_at IS NULL";
  const [seat] = await askPostgres<{ role: Role }>(client, undefined, text, [roomId, personId]);
  return seat?.role ?? null;
}
