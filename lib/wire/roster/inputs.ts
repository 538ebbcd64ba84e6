import { z } from "zod";
import { MAX_PEOPLE_SEARCH } from "@/lib/domain/people/people-search";
import { line } from "@/lib/wire/text";

/** The query of `GET /api/rooms/:roomId/audience`. `after`: the cursor of the page before. */
export const audiencePageInput = z.object({
  section: z.enum(["followed", "others"]).default("others"),
  after: z.string().max(80).optional(),
});

/** The query of `GET /api/rooms/:roomId/people`: by a part of name or handle, or one by id. */
export const peopleInput = z.union([z.object({ q: line(MAX_PEOPLE_SEARCH) }), z.object({ id: z.uuid() })]);

export type PeopleAsked = z.infer<typeof peopleInput>;
