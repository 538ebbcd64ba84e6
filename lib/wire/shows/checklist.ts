import { z } from "zod";
import { ROOM_KINDS } from "@/lib/domain/rooms/room";
import { CHECKLIST_LINES, LINE_STATES } from "@/lib/domain/shows/checklist";
import { time } from "@/lib/wire/fields";

const line = z.strictObject({ what: z.enum(CHECKLIST_LINES), state: z.enum(LINE_STATES) });

const readers = z.strictObject({ language: z.string(), people: z.int() });

/** What is done before an episode's hour and what is not, for those who lead it, with what each line tells of. */
const checklistView = z.strictObject({
  lines: z.array(line),
  scheduledFor: time.nullable(),
  kind: z.enum(ROOM_KINDS),
  /** The slug of its show; null for an episode of none. */
  show: z.string().nullable(),
  /** By name, hosts before cohosts, of those that the viewer may know of. */
  leaders: z.array(z.string()),
  guests: z.strictObject({ invited: z.int(), accepted: z.int(), declined: z.int() }),
  /** Languages that somebody is named for. */
  interpreted: z.array(z.string()),
  /** Languages in which many who come read Plenum and that they would not hear. */
  missing: z.array(readers),
  /** How many said that they come, and how many seats there are with all halls that may open. */
  comers: z.int(),
  places: z.int(),
  /** By name, of those that the viewer may know of: who of the team was not behind the stage yet. `others`: how many more. */
  absent: z.strictObject({ names: z.array(z.string()), others: z.int() }),
});

export type ChecklistView = z.infer<typeof checklistView>;

/** Answer of `GET /api/rooms/:roomId/episode/checklist`. */
export const checklistAnswer = z.strictObject({ checklist: checklistView });
