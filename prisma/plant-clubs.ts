import type { ClubRole } from "@/lib/domain/clubs/club";
import { db } from "@/lib/server/postgres/db";
import { CAST_CLUBS, type CastClub } from "./cast-clubs";
import { castId } from "./cast-ids";

/** The clubs of the cast that were never here. One that was closed stays closed, and whoever left one stays away. `people`: the ids of the cast that are here. */
export async function plantClubs(people: ReadonlySet<string>): Promise<void> {
  for (const club of CAST_CLUBS) {
    const { founder, admins: _admins, members: _members, ...fields } = club;
    const id = castId("club", club.handle);
    const createdById = castId("person", founder);
    if (!people.has(createdById)) continue;
    if (await db().club.count({ where: { OR: [{ id }, { handle: club.handle }] } })) continue;
    const members = { create: rolesOf(club).filter(({ personId }) => people.has(personId)) };
    await db().club.create({ data: { ...fields, id, createdById, members } });
  }
}

function rolesOf({ founder, admins, members }: CastClub): { personId: string; role: ClubRole }[] {
  const as = (role: ClubRole, handles: string[]) =>
    handles.map((handle) => ({ personId: castId("person", handle), role }));
  return [...as("founder", [founder]), ...as("admin", admins), ...as("member", members)];
}
