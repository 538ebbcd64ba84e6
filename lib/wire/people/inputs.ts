import { z } from "zod";
import { language } from "@/lib/wire/fields";
import { personName, text } from "@/lib/wire/text";

/** Input of `PATCH /api/me`. */
export const profileChanges = z
  .strictObject({
    name: personName,
    handle: z.string().regex(/^[a-z0-9_]{2,30}$/, { message: "handle" }),
    bio: text(500, "optional"),
    languages: z.array(language).max(8),
    /** Nobody calls me into a room. */
    quiet: z.boolean(),
    /** Nobody sees the party hat of my first seven days. */
    hideHat: z.boolean(),
  })
  .partial()
  .refine((changes) => Object.keys(changes).length > 0, { message: "empty" });

/** Query of `GET /api/me/followers`. `after`: `next` of the page before. */
export const followersInput = z.object({ q: z.string().default(""), after: z.string().optional() });
