import { z } from "zod";
import { language } from "@/lib/wire/fields";
import { line } from "@/lib/wire/text";

/** Which rooms of the hallway are asked for; it stands in the page's address under the same names. */
const hallwayFilter = z.object({
  /** Rooms in this language, wherever it is spoken: `pt` finds `pt-br`. */
  language: language.optional(),
  /** Rooms about this topic, whatever its capitals. */
  topic: line(30).optional(),
});

export type HallwayFilter = z.infer<typeof hallwayFilter>;

/** The same out of an address that anybody may have typed: what cannot be a language or a topic asks for nothing. */
export function readFilter(asked: Record<string, unknown>): HallwayFilter {
  const { language: wanted, topic } = hallwayFilter.shape;
  return { language: wanted.safeParse(asked.language).data, topic: topic.safeParse(asked.topic).data };
}

/** Query of `GET /api/rooms`. */
export const roomsInput = z.object({
  status: z.enum(["live", "scheduled"]).default("live"),
  ...hallwayFilter.shape,
  /** Instead of the others the rooms that are folded away. */
  folded: z.stringbool().default(false),
  /** `next` of the page before. */
  after: z.string().optional(),
});
