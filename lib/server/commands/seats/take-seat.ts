import { type PersonId, type RoomId, toId } from "@/lib/domain/ids";
import { isOnStage } from "@/lib/domain/roles";
import { granted, type RefusalFacts, refused } from "@/lib/domain/ruling";
import { ensureMediaRoom } from "@/lib/media/api";
import { mediaUrl } from "@/lib/media/media-url";
import { mediaToken } from "@/lib/media/tokens";
import { findLinkBySecret } from "@/lib/server/acts/find-link-by-secret";
import { redeemLink } from "@/lib/server/acts/redeem-link";
import { door } from "@/lib/server/admission/door";
import type { PlaceInLine } from "@/lib/server/admission/line/door-lines";
import { ticketOfToken, ticketToken } from "@/lib/server/admission/line/ticket-token";
import type { AdmittedSeat } from "@/lib/server/admission/request";
import { whoJoins } from "@/lib/server/admission/who-joins";
import type { Caller } from "@/lib/server/callers/caller";
import { addressOf } from "@/lib/server/callers/client-address";
import { ReadyJson } from "@/lib/server/http/answers";
import { defineCommand } from "@/lib/server/http/command";
import { mirrorSeat } from "@/lib/server/mirroring/mirror-seat";
import { log } from "@/lib/server/postgres/log";
import { asSeenBy } from "@/lib/server/queries/rooms/as-seen-by";
import { mine } from "@/lib/server/queries/rooms/mine";
import { roomSnapshot } from "@/lib/server/queries/rooms/room-snapshot";
import type { RefusalCode } from "@/lib/wire/refusals";
import { MAX_SNAPSHOT_AGE_MS } from "@/lib/wire/rooms/announcements";
import type { MineView } from "@/lib/wire/rooms/mine";
import { NOTHING_MINE } from "@/lib/wire/rooms/nothing-mine";
import { type JoinAnswer, joinAnswer, type WaitAnswer, waitAnswer } from "@/lib/wire/seats/door";
import { seatInput } from "@/lib/wire/seats/inputs";

type Refused = { ok: false; refusal: RefusalCode; facts?: RefusalFacts };

/**
 * Takes a seat in a room. Answers a JoinAnswer, all that the first screen needs; or a WaitAnswer with 202, a place in line.
 * A caller who sits there keeps seat and role. Where the room is full the seat is in an overflow room of its family, and the
 * answer tells of that one. The caller's seat in another room is closed in the same act. A caller without an account comes in
 * as a guest. An invitation link is used before the door judges.
 * Throws ServiceAway("media") where LiveKit is away; the seat stays claimed meanwhile.
 */
export const takeSeat = defineCommand({
  who: "anyone",
  limit: { none: "the door counts who comes, who polls, and who shows what is wrong" },
  input: seatInput,
  output: joinAnswer,
  also: { 202: waitAnswer },
  refusals: [
    "bad_input",
    "banned",
    "guests_not_allowed",
    "hand_over_first",
    "link_spent",
    "members_only",
    "network_barred",
    "not_allowed",
    "not_found",
    "not_signed_in",
    "room_ended",
    "room_full",
    "room_not_live",
    "seat_moved",
    "ticket_wrong",
    "too_many",
  ],
  summary: "Join a room; 202 with a ticket where one has to wait in line",
  run: async ({ caller, params, input, request }) => {
    const roomId = toId<RoomId>(params.roomId);
    if (!roomId) return refused("not_found");
    const ticket = caller && input.ticket ? ticketOfToken(input.ticket, caller.id) : null;
    if (input.ticket && !ticket) return refused("ticket_wrong");
    const link = input.invite ? await findLinkBySecret(roomId, input.invite, addressOf(request)) : null;
    if (link && !link.ok) return link;
    const joiner = await whoJoins({ roomId, caller, request, invited: link?.value?.open, polls: ticket !== null });
    if (!joiner.ok) return joiner;
    const { caller: person, cookies } = joiner.value;
    const use = link?.value ? await redeemLink(roomId, person, link.value.id) : null;
    const admission = await door().admit({
      roomId,
      personId: person.id,
      kind: person.kind,
      admin: person.admin,
      address: addressOf(request),
      page: input.page,
      back: input.back,
      ticket: ticket ?? undefined,
    });
    if (!admission.ok && admission.refusal === "waits") return { ...placeAnswer(person, admission.line), cookies };
    if (!admission.ok) return { ...(use && !use.ok ? refusalToShow(admission, use) : admission), cookies };
    if (admission.value.left) putOutOfMedia(admission.value.left, person.id);
    return { ...granted(await firstScreen(person, admission.value, use !== null)), cookies };
  },
});

function placeAnswer(person: Caller, { place, waiting, estimateSeconds, pollAfterMs, ...ticket }: PlaceInLine) {
  const token = ticketToken(ticket, person.id);
  const answer: WaitAnswer = { ticket: { token, place, waiting, estimateSeconds, pollAfterMs } };
  return { ...granted(answer), status: 202 };
}

/** The door's refusal, or the link's where the door would only say that the room is closed to the caller. */
function refusalToShow<Admission extends Refused, Use extends Refused>(
  admission: Admission,
  use: Use,
): Admission | Use {
  return admission.refusal === "not_found" || admission.refusal === "not_allowed" ? use : admission;
}

/** The room's part is one text for everyone who joins and may know of its club; the caller's own part is put behind it. */
async function firstScreen(person: Caller, admitted: AdmittedSeat, byLink: boolean): Promise<ReadyJson<JoinAnswer>> {
  const { seat, version } = admitted;
  const roomId = seat.roomId as RoomId;
  const snapshot = await roomSnapshot(roomId, { version: version ?? 0, maxAgeMs: MAX_SNAPSHOT_AGE_MS });
  if (!snapshot) throw new Error("a seat was given in a room that is not there");
  const [seen, view, token] = await Promise.all([
    asSeenBy(person, snapshot),
    mineOf(roomId, person, admitted, byLink),
    mediaToken(seat),
    ensureMediaRoom(roomId, snapshot.view.room.capacity),
  ]);
  const own = JSON.stringify({ seat, mine: view, media: { url: mediaUrl(), token } });
  return new ReadyJson(`{"room":${seen.doorText},${own.slice(1)}`);
}

/** A person new in the audience, and by no link, has no hand up and no invitation: Postgres is not asked. */
async function mineOf(
  roomId: RoomId,
  person: Caller,
  { seat, fresh }: AdmittedSeat,
  byLink: boolean,
): Promise<MineView> {
  if (!fresh || byLink || isOnStage(seat.role)) return { ...(await mine(roomId, person)), seat };
  return { ...NOTHING_MINE, seat };
}

/** Not awaited: the sweep puts people without a seat out of LiveKit anyway. */
function putOutOfMedia(roomId: RoomId, personId: PersonId): void {
  mirrorSeat(roomId, personId).catch((fault: unknown) => log().debug({ err: fault }, "left to the sweep"));
}
