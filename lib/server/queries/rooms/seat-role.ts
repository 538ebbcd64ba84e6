import type { PersonId, RoomId } from "@/lib/domain/ids";
import type { Role } from "@/lib/domain/roles";
import { hotPool } from "@/lib/server/postgres/db";
import { gather } from "@/lib/server/postgres/gather";
import { oncePerProcess } from "@/lib/server/postgres/process";

type Place = { roomId: RoomId; personId: PersonId };

/** The role of somebody's open seat in a room, null where they hold none. One look-up serves all who ask at once. */
export const seatRole = (place: Place): Promise<Role | null> =>
  oncePerProcess("seatRoles", () => gather(readRoles))(place);

/** Nobody holds more than one open seat, so that the people alone find them. */
async function readRoles(places: Place[]): Promise<(Role | null)[]> {
  const { rows } = await hotPool().query<Place & { role: Role }>({
    name: "seat-roles",
    text: `SELECT person_id AS "personId", room_id AS "roomId", role FROM seat
           WHERE person_id = ANY($1::uuid[]) AND closed_at IS NULL`,
    values: [places.map(({ personId }) => personId)],
  });
  const seats = new Map(rows.map((seat) => [seat.personId, seat]));
  return places.map(({ roomId, personId }) => {
    const seat = seats.get(personId);
    return seat?.roomId === roomId ? seat.role : null;
  });
}
