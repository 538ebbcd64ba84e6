import type { PersonId, RoomId } from "@/lib/domain/ids";
import type { Role } from "@/lib/domain/roles";
import type { SeatView } from "@/lib/wire/seats/views";

/** What of a seat its holder is told. */
export type SeatSeen = {
  id: string;
  roomId: RoomId;
  personId: PersonId;
  role: Role;
  muted: boolean;
  openedAt: Date;
};

/** A seat as its holder's browser gets it. */
export const seatView = ({ id, roomId, personId, role, muted, openedAt }: SeatSeen): SeatView => ({
  id,
  roomId,
  personId,
  role,
  muted,
  openedAt: openedAt.toISOString(),
});
