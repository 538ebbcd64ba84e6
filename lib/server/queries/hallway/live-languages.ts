import { hotPool } from "@/lib/server/postgres/db";
import { HIDDEN_KINDS_SQL } from "@/lib/server/queries/rooms/visibility";
import { keptForAll } from "./kept-for-all";

/** Of rooms that everybody may know of. */
const LANGUAGES_SQL = `SELECT DISTINCT split_part(r.language, '-', 1) AS language FROM room r
  WHERE r.status = 'live' AND r.main_room_id IS NULL AND r.kind NOT IN ${HIDDEN_KINDS_SQL}`;

/** In which languages, by their first part, rooms are live: one answer for all, at most a second old. */
export const liveLanguages = (): Promise<string[]> =>
  keptForAll("liveLanguages", async () => {
    const { rows } = await hotPool().query<{ language: string }>({ name: "live-languages", text: LANGUAGES_SQL });
    return rows.map(({ language }) => language);
  });
