import type { RoomId } from "@/lib/domain/ids";
import { granted, type Ruling, refused } from "@/lib/domain/ruling";
import type { AdmissionRefusal } from "@/lib/domain/seats/admission";
import type { Caller } from "@/lib/server/callers/caller";
import { addressOf } from "@/lib/server/callers/client-address";
import { bearerOf } from "@/lib/server/callers/credential";
import { guestCookie } from "@/lib/server/callers/guest-cookie";
import { spend } from "@/lib/server/limits/limits";
import { newGuest } from "./new-guest";

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
  if (!caller) {
    const guest = await newGuest(roomId, request, invited);
    return guest.ok ? granted({ caller: guest.value, cookies: [guestCookie(guest.value.id)] }) : guest;
  }
  const byPerson = await spend(polls ? "pollsOfPerson" : "joinsOfPerson", caller.id);
  const byAddress =
    caller.kind === "guest" && !polls ? await spend("joinsOfGuestsFromAddress", addressOf(request)) : null;
  const waitSeconds = byPerson ?? byAddress;
  return waitSeconds === null
    ? granted({ caller, cookies: [] })
    : refused("too_many", { retryAfterSeconds: waitSeconds });
}
