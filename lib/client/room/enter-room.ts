import { api, type SeatClaim } from "@/lib/client/api";
import { hasWebRtc } from "@/lib/client/browser/has-webrtc";
import { pageId } from "@/lib/client/browser/page-id";
import { pause } from "@/lib/client/browser/pause";
import { untilReachable } from "@/lib/client/browser/reach-server";
import { waitOrOnline } from "@/lib/client/browser/wait-or-online";
import { lineMemory } from "@/lib/client/door/line-memory";
import { isTicket, waitInLine } from "@/lib/client/door/wait-in-line";
import { loadSound, type Sound } from "@/lib/client/sound/load-sound";
import type { JoinAnswer } from "@/lib/wire/seats/door";
import type { Connection } from "./connection";
import { mayPass, pauseMs } from "./obstacles";
import { roomStore } from "./room-store";
import { type SessionEvent, tellRoom } from "./tell-room";

/** A question that fails sooner was not lost on the way. */
const CUT_OFF_MS = 1_000;

/** How many obstacles end a first try. A person who was in is never given up. */
const FIRST_TRIES = 5;

/** So long sound has to begin before the page draws what it has become. */
const SOUND_BEGINS_MS = 100;
/** A room without a sound is drawn all the same. */
const DRAW_AFTER_MS = 400;
/** A media server that has not answered by then is far away, and drawing costs nothing while its answers are on their way. */
const FAR_MS = 100;

/** The seat that this page has, or had. */
export const ownSeat = (): SeatClaim => ({ page: pageId(), back: true });

/** `moved`: into another room of the family, while the one before plays on. */
export type Entry = {
  roomId: string;
  claim: SeatClaim;
  moved: boolean;
  /** The connection was lost: nothing is asked of the door before our own server can be reached. */
  lost: boolean;
  /** False once the page has left, or entered anew. */
  isWanted: () => boolean;
  /** Connects to the room that the door gave; answers whether it is heard, or nobody wants it any more. */
  connect: (sound: Sound, answer: JoinAnswer) => Promise<boolean>;
  /** Out for good. */
  end: (event: SessionEvent) => void;
};

/**
 * Takes the seat and connects, again and again while the obstacles are passing ones, and waits in line where the door
 * says so. Answers once the page is in, or out for good.
 */
export async function enterRoom({ roomId, claim, moved, lost, isWanted, connect, end }: Entry): Promise<void> {
  if (!hasWebRtc()) return end({ type: "turnedAway", trouble: { code: "no_webrtc", facts: {} } });
  for (let tries = 0; isWanted(); tries++) {
    if (lost) await untilReachable(isWanted);
    const askedAt = performance.now();
    const [answer, sound] = await Promise.all([api.takeSeat(roomId, claim), loadSound().catch(() => null)]);
    if (!isWanted()) return;
    if (!answer.ok) {
      if (answer.code === "ticket_wrong" && claim.ticket) {
        claim = { ...claim, ticket: undefined };
        continue;
      }
      if (answer.code === "seat_moved") return end({ type: "moved" });
      const { held, phase } = roomStore.state();
      const givenUp = held === null && phase !== "waiting" && tries + 1 >= FIRST_TRIES;
      if (givenUp || !mayPass(answer.code)) return end({ type: "turnedAway", trouble: answer });
      if (moved) tellRoom({ type: "interrupted" });
      tellRoom({ type: "hindered", trouble: answer });
      lost ||= answer.code === "network" && held !== null;
      // Waiting for an answer was a pause already. What is cut off at once, though our server answers, would be asked without end.
      const hasWaited = lost && answer.code === "network" && performance.now() - askedAt > CUT_OFF_MS;
      if (!hasWaited) await waitOrOnline(pauseMs(answer, tries, Math.random()));
      continue;
    }
    const { value } = answer;
    if (isTicket(value)) {
      claim = await waitInLine(roomId, claim, value.ticket);
      tries = -1;
      continue;
    }
    lineMemory.clear();
    if (!sound) tellRoom({ type: "seated", answer: value, moved });
    else if (await connect(sound, value)) return;
    if (!isWanted()) return;
    if (moved) tellRoom({ type: "interrupted" });
    tellRoom({ type: "hindered", trouble: { code: "media_away", facts: {} } });
    await waitOrOnline(pauseMs(null, tries, Math.random()));
  }
}

/**
 * Opens a connection. What is heard goes first, since a page that is drawn plays nothing meanwhile. `hear` is called once the
 * connection is open.
 * `opened`: whether it is, when sound had its moment to begin. `mayDraw`: that moment, or an earlier one in which nothing is kept waiting.
 */
export function soundFirst(connection: Connection, { url, token }: JoinAnswer["media"], hear: () => void) {
  const opened = connection.open(url, token).then(async (isOpen) => {
    if (!isOpen) return false;
    hear();
    await pause(SOUND_BEGINS_MS);
    return true;
  });
  return { opened, mayDraw: Promise.race([opened, untilNothingWaits(() => connection.isAnswered)]) };
}

async function untilNothingWaits(isAnswered: () => boolean): Promise<void> {
  await pause(FAR_MS);
  if (isAnswered()) await pause(DRAW_AFTER_MS - FAR_MS);
}
