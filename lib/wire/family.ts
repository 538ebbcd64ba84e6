import { z } from "zod";
import { MAX_FAMILY_LINE } from "@/lib/domain/family/hall";
import { line } from "./inputs";
import type { Hall, MediaPass, PersonFace, SeatOfferView } from "./views";

/** Input of `POST /api/rooms/:mainRoomId/family-line`. */
export const familyLineInput = z.strictObject({ text: line(1, MAX_FAMILY_LINE) });

export type FamilyLineInput = z.infer<typeof familyLineInput>;

/** Input of `POST /api/rooms/:mainRoomId/people/:personId/seat-offer`: the hall that they are to be offered a seat in. */
export const sendInput = z.strictObject({ roomId: z.uuid() });

export type SendInput = z.infer<typeof sendInput>;

/** Answer of `POST /api/rooms/:mainRoomId/people/:personId/seat-offer`; null where they sit in that hall already. */
export type SendAnswer = { offer: SeatOfferView | null };

/** Answer of `POST /api/rooms/:overflowRoomId/visit`: how to listen in. It is asked again to go on, within the lease. */
export type VisitAnswer = { media: MediaPass; leaseSeconds: number };

/** Answer of `POST /api/rooms/:roomId/seat-offer`: the hall in which the seat is now. */
export type SeatTaken = { roomId: string };

/**
 * A hall on the desk of those who lead the family. `lines`: of chat in the last three minutes, 200 at most. `hands`: how many are up;
 * `question`: the first of them that asks something. `talking`: how many sit on its own stage. `offered`: seats in it that
 * wait for an answer. `understood`: the mean of its listeners' ratings, 1 to 5; null where nobody rated.
 */
export type HallTile = Hall & {
  lines: number;
  hands: number;
  question: { person: PersonFace; text: string } | null;
  talking: number;
  offered: number;
  understood: number | null;
};

/** Answer of `GET /api/rooms/:mainRoomId/halls`, the main hall first. */
export type HallsDesk = { halls: HallTile[] };
