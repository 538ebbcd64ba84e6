import type { PersonId, RoomId } from "@/lib/domain/ids";
import type { Ruling } from "@/lib/domain/ruling";
import type { AdmissionRefusal } from "@/lib/domain/seats/admission";
import type { SeatView } from "@/lib/wire/seats/views";
import type { PlaceInLine, ShownTicket } from "./line/door-lines";

/** One person who wants into one room. */
export type JoinRequest = {
  roomId: RoomId;
  personId: PersonId;
  kind: "member" | "guest";
  /** An admin of the instance, signed in as one. */
  admin?: boolean;
  /** Where they come from, as addressOf names it; absent where it is not known. */
  address?: string;
  /** The page that asks; absent where a script does. */
  page?: string;
  /** The page comes back by itself: it takes the seat from no other page. */
  back?: boolean;
  /** The place in line that they show. */
  ticket?: ShownTicket;
};

/** What the door gave. */
export type AdmittedSeat = {
  seat: SeatView;
  /** False where the person sat there already. */
  fresh: boolean;
  /** The room left for it, whose media server still has to be told. */
  left: RoomId | null;
  /** The room's event version that announces the seat; null where nothing was to be announced. */
  version: number | null;
};

/** They would be let in, but it is not their turn yet. */
export type Waits = { ok: false; refusal: "waits"; line: PlaceInLine };

export type Admission = Ruling<AdmittedSeat, AdmissionRefusal | "ticket_wrong"> | Waits;
