import type { PersonId, RoomId } from "@/lib/domain/ids";
import type { Ruling } from "@/lib/domain/ruling";
import { ServiceAway } from "@/lib/domain/service-away";
import { type Door, openDoor } from "@/lib/server/admission/door";
import type { Member } from "@/lib/server/callers/caller";
import { db, hotPool } from "@/lib/server/postgres/db";
import { addCrowd, addMember, addRoom, emptyHouse } from "./at-the-door";

export const member = (id: PersonId): Member => ({ id, kind: "member", admin: false });

type AnyCommand<Input, Value> = {
  run: (ask: {
    caller: Member;
    params: Record<string, string>;
    input: Input;
    request: Request;
  }) => Promise<Ruling<Value, string>>;
};

/** Runs a command as this person. LiveKit may be nowhere: what was decided stands all the same, and the answer is null. */
export async function act<Input, Value>(
  command: AnyCommand<Input, Value>,
  personId: PersonId,
  params: Record<string, string>,
  input = {} as Input,
): Promise<Ruling<Value, string> | null> {
  try {
    const request = new Request("http://localhost:3000/");
    return await command.run({ caller: member(personId), params, input, request });
  } catch (fault) {
    if (fault instanceof ServiceAway && fault.service === "media") return null;
    throw fault;
  }
}

/**
 * Ada's room of four seats that has overflowed, with a place kept for the stage beside hers: two listeners sit in it, four in
 * the full overflow 1, two in overflow 2, and overflow 3 was opened ahead.
 */
export type FamilyScene = {
  door: Door;
  ada: PersonId;
  /** The eight who came after her, in that order. */
  crowd: PersonId[];
  main: RoomId;
  halls: RoomId[];
  roomOf: (personId: PersonId) => Promise<RoomId | null>;
};

export async function openFamily(): Promise<FamilyScene> {
  await emptyHouse();
  const ada = await addMember("ada");
  const crowd = await addCrowd(8);
  const main = await addRoom({ createdById: ada, capacity: 4, reserve: 2, overflowLimit: 3, title: "main" });
  const door = openDoor(hotPool());
  await door.admit({ roomId: main, personId: ada, kind: "member" });
  for (const personId of crowd) await door.admit({ roomId: main, personId, kind: "member" });
  const rooms = await db().room.findMany({ where: { mainRoomId: main }, orderBy: { overflowNumber: "asc" } });
  return { door, ada, crowd, main, halls: rooms.map(({ id }) => id as RoomId), roomOf };
}

async function roomOf(personId: PersonId): Promise<RoomId | null> {
  const seat = await db().seat.findFirst({ where: { personId, closedAt: null }, select: { roomId: true } });
  return seat && (seat.roomId as RoomId);
}
