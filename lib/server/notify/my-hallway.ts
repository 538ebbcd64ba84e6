import type { PersonId } from "@/lib/domain/ids";
import { hotPool } from "@/lib/server/postgres/db";
import { log } from "@/lib/server/postgres/log";
import type { HallwayPulse } from "@/lib/wire/hallway/views";
import { watchHallway } from "./hallway-hub";
import { watchPerson } from "./people-hub";

/**
 * The hallway as one person follows it: nothing of rooms that they were put out of, whose cards go at once, and a word to
 * read anew whenever something is new for them, such as a key to a closed room. Resolves once it is known which rooms those
 * are, so that nothing of them slips through; what it answers begins the watching, and that answers what ends it.
 */
export async function openMyHallway(personId: PersonId): Promise<(tell: (pulse: HallwayPulse) => void) => () => void> {
  let putOut = await roomsPutOutOf(personId);
  return (tell) => {
    const lookAgain = async (): Promise<void> => {
      const now = await roomsPutOutOf(personId);
      const gone = [...now].filter((roomId) => !putOut.has(roomId));
      putOut = now;
      tell({ rooms: [], reread: true, gone });
    };
    const stopPerson = watchPerson(personId, () => {
      lookAgain().catch((fault: unknown) => log().debug({ err: fault }, "somebody's hallway not told"));
    });
    const stopHallway = watchHallway((pulse) => {
      const rooms = pulse.rooms.filter(({ id }) => !putOut.has(id));
      if (rooms.length > 0 || pulse.reread) tell({ ...pulse, rooms });
    });
    return () => {
      stopPerson();
      stopHallway();
    };
  };
}

async function roomsPutOutOf(personId: PersonId): Promise<ReadonlySet<string>> {
  const { rows } = await hotPool().query<{ id: string }>({
    name: "rooms-put-out-of",
    text: "SELECT room_id AS id FROM room_ban WHERE person_id = $1 AND lifted_at IS NULL",
    values: [personId],
  });
  return new Set(rows.map(({ id }) => id));
}
