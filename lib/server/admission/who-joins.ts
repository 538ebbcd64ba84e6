import type { PersonId, RoomId } from "@/lib/domain/ids";
import { granted, type Ruling, refused } from "@/lib/domain/ruling";
import { type AdmissionRefusal, admit } from "@/lib/domain/seats/admission";
import type { Caller } from "@/lib/server/callers/caller";
import { addressOf } from "@/lib/server/callers/client-address";
import { bearerOf } from "@/lib/server/callers/credential";
import { spend } from "@/lib/server/limits/limits";
import { roomSnapshot } from "@/lib/server/queries/rooms/room-snapshot";
import { MAX_SNAPSHOT_AGE_MS } from "@/lib/wire/rooms/announcements";
import { createGuest } from "./guests";

/** Who is at the door, with the cookie of a guest who was made just now. */
export type Joiner = { caller: Caller; cookies: string[] };

type Asking = {
  roomId: RoomId;
  caller: Caller | null;
  request: Request;
  /** They hold a link that lets them in. */
  invited?: boolean;
  /** They show a ticket of theirs, and only ask whether it is their turn. */
  polls?: boolean;
};

/**
 * Who wants in, within the limits. A visitor without an account becomes a guest, but only where a guest would be let in.
 * Waiting in line is counted apart, and by person alone: the guests of one school share an address, and all may wait.
 * A bearer token that is nobody's is refused: its sender does not want to be a guest.
 */
export async function whoJoins({
  roomId,
  caller,
  request,
  invited = false,
  polls = false,
}: Asking): Promise<Ruling<Joiner, AdmissionRefusal | "not_signed_in" | "too_many">> {
  if (!caller && bearerOf(request.headers.get("authorization")) !== null) {
    const waitSeconds = await spend("wrongTokensFromAddress", addressOf(request));
    return waitSeconds === null ? refused("not_signed_in") : refused("too_many", { retryAfterSeconds: waitSeconds });
  }
  if (!caller) return newGuest(roomId, request, invited);
  const byPerson = await spend(polls ? "pollsOfPerson" : "joinsOfPerson", caller.id);
  const byAddress =
    caller.kind === "guest" && !polls ? await spend("joinsOfGuestsFromAddress", addressOf(request)) : null;
  const waitSeconds = byPerson ?? byAddress;
  return waitSeconds === null
    ? granted({ caller, cookies: [] })
    : refused("too_many", { retryAfterSeconds: waitSeconds });
}

async function newGuest(
  roomId: RoomId,
  request: Request,
  invited: boolean,
): Promise<Ruling<Joiner, AdmissionRefusal | "too_many">> {
  const outlook = await guestWouldEnter(roomId, invited);
  if (!outlook.ok) return outlook;
  const guest = await createGuest(request);
  if (!guest.ok) return guest;
  return granted({ caller: guest.value.caller, cookies: [guest.value.setCookie] });
}

/** The door's own rule, on the shared snapshot: a crowd of the nameless at a closed or full room costs no row and no query each. */
async function guestWouldEnter(roomId: RoomId, invited: boolean): Promise<Ruling<unknown, AdmissionRefusal>> {
  const snapshot = await roomSnapshot(roomId, { version: 0, maxAgeMs: MAX_SNAPSHOT_AGE_MS });
  if (!snapshot) return refused("not_found");
  const { room, stage } = snapshot.view;
  const noStage = { reserve: 0, stageSeats: stage.length, leaderSeats: 0, hostSeats: 0 };
  const doorRoom = {
    ...room,
    ...noStage,
    id: roomId,
    mainRoomId: (room.family?.mainRoomId ?? null) as RoomId | null,
    overflowLimit: room.overflowRooms,
    createdById: "" as PersonId,
  };
  const guest = { personId: "guest" as PersonId, kind: "guest", seat: null } as const;
  return admit(doorRoom, { ...guest, banned: false, invited, followedByLeader: false }, null);
}
