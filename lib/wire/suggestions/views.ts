import { z } from "zod";
import { personFace } from "@/lib/wire/people/views";

/** Why somebody is suggested. Names, titles and topics as their owners wrote them. */
const why = z.discriminatedUnion("reason", [
  /** People whom I follow follow them. `more`: beside the named one. */
  z.strictObject({ reason: z.literal("followed_by"), name: z.string(), more: z.int() }),
  /** They spoke in a room where I was. */
  z.strictObject({ reason: z.literal("spoke_in"), title: z.string() }),
  z.strictObject({ reason: z.literal("topic"), topic: z.string() }),
  z.strictObject({ reason: z.literal("language"), language: z.string() }),
]);

const suggestion = z.strictObject({ person: personFace, why });

export type Suggestion = z.infer<typeof suggestion>;

/** Answer of `GET /api/me/suggestions`. */
export const suggestionList = z.strictObject({ suggestions: z.array(suggestion) });
