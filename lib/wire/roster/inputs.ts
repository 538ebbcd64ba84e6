import { z } from "zod";
import { line } from "@/lib/wire/text";

/** The query of `GET /api/rooms/:roomId/audience`. `after`: the cursor of the page before. */
export const audiencePageInput = z.object({
  section: z.enum(["followed", "others"]).default("others"),
  after: z.string().max(80).optional(),
});

/** The query of `GET /api/rooms/:roomId/people`: by a part of name or handle, or one by id. */
export const peopleInput = z.union([z.object({ q: line(60) }), z.object({ id: z.uuid() })]);

export type PeopleAsked = z.infer<typeof peopleInput>;
