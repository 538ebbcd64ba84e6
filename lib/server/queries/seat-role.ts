import type { PersonId, RoomId } from "@/lib/domain/ids";
import type { Role } from "@/lib/domain/roles";
import { hotPool } from "@/lib/server/db";
import { gather } from "@/lib/server/gather";
import { oncePerProcess } from "@/lib/server/process";

type Place = { roomId: RoomId; personId: PersonId };

/** The role of somebody's open seat in a room, null where they hold none. One look-up serves all who ask at once. */
export const seatRole = (place: Place): Promise<Role | null> =>
  oncePerProcess("seatRoles", () => gather(readRoles))(place);

async function readRoles(places: Place[]): Promise<(Role | null)[]> {
  const { rows } = await hotPool().query<{ n: number; role: Role }>({
    name: "seat-roles",
    text: `SELECT asked.n::int AS n, s.role FROM unnest($1::uuid[], $2::uuid[]) WITH ORDINALITY AS asked(room_id, person_id, n)
           JOIN seat s ON s.room_id = asked.room_id AND s.person_id = asked.person_id AND s.closed_at IS NULL`,
    values: [places.map(({ roomId }) => roomId), places.map(({ personId }) => personId)],
  });
  const roles = new Map(rows.map(({ n, role }) => [n, role]));
  return places.map((_, index) => roles.get(index + 1) ?? null);
}
