import { type PersonId, type RoomId, toId } from "@/lib/domain/ids";
import { isOnStage } from "@/lib/domain/roles";
import { granted, refused } from "@/lib/domain/ruling";
import { ensureMediaRoom } from "@/lib/media/api";
import { mediaUrl } from "@/lib/media/media-url";
import { mediaToken } from "@/lib/media/tokens";
import { door } from "@/lib/server/admission/door";
import type { AdmittedSeat } from "@/lib/server/admission/request";
import { whoJoins } from "@/lib/server/admission/who-joins";
import { ReadyJson } from "@/lib/server/http/answers";
import type { Caller } from "@/lib/server/http/caller";
import type { Command } from "@/lib/server/http/command";
import { log } from "@/lib/server/log";
import { mirrorSeat } from "@/lib/server/mirror-seat";
import { mine } from "@/lib/server/queries/mine";
import { MAX_SNAPSHOT_AGE_MS, roomSnapshot } from "@/lib/server/queries/room-snapshot";
import { noInput } from "@/lib/wire/inputs";
import type { MineView } from "@/lib/wire/views";

/**
 * Takes a seat in a room and answers a JoinAnswer, all that the first screen needs. Whoever sits there keeps seat and role;
 * another room is left in the same act; somebody unknown comes in as a guest.
 * Throws ServiceAway("media") where LiveKit is away; the seat stays claimed meanwhile.
 */
export const takeSeat: Command<Record<string, never>, ReadyJson, "anyone"> = {
  who: "anyone",
  input: noInput,
  summary: "Join a room",
  run: async ({ caller, params, request }) => {
    const roomId = toId<RoomId>(params.roomId);
    if (!roomId) return refused("not_found");
    const joiner = await whoJoins(roomId, caller, request);
    if (!joiner.ok) return joiner;
    const { caller: person, cookies } = joiner.value;
    const admission = await door().admit({ roomId, personId: person.id, kind: person.kind });
    if (!admission.ok) return { ...admission, cookies };
    if (admission.value.left) putOutOfMedia(admission.value.left, person.id);
    return { ...granted(await joinAnswer(roomId, person, admission.value)), cookies };
  },
};

/** The room's part is text that all who join share; what is one's own is put behind it. */
async function joinAnswer(roomId: RoomId, person: Caller, admitted: AdmittedSeat): Promise<ReadyJson> {
  const { seat, version } = admitted;
  const snapshot = await roomSnapshot(roomId, { version: version ?? 0, maxAgeMs: MAX_SNAPSHOT_AGE_MS });
  if (!snapshot) throw new Error("a seat was given in a room that is not there");
  const [view, token] = await Promise.all([
    mineOf(roomId, person, admitted),
    mediaToken(seat),
    ensureMediaRoom(roomId, snapshot.view.room.capacity),
  ]);
  const own = JSON.stringify({ seat, mine: view, media: { url: mediaUrl(), token } });
  return new ReadyJson(`{"room":${snapshot.doorText},${own.slice(1)}`);
}

/** Somebody who has just come into the audience has no hand up and no invitation, so nothing is asked. */
async function mineOf(roomId: RoomId, person: Caller, { seat, fresh }: AdmittedSeat): Promise<MineView> {
  if (!fresh || isOnStage(seat.role)) return { ...(await mine(roomId, person)), seat };
  return { seat, handRaisedAt: null, offer: null, hands: null, barred: false };
}

/** Nobody waits for it: the sweep puts out of LiveKit whoever holds no seat. */
function putOutOfMedia(roomId: RoomId, personId: PersonId): void {
  mirrorSeat(roomId, personId).catch((fault: unknown) => log().debug({ err: fault }, "left to the sweep"));
}
