import { z } from "zod";
import { WHEREABOUTS } from "@/lib/domain/people/privacy";
import { MAX_LINKS } from "@/lib/domain/people/profile-link";
import { HANDLE } from "@/lib/domain/people/read-handle";
import { language, topics } from "@/lib/wire/fields";
import { personName, profileLink, text } from "@/lib/wire/text";

/** Input of `PATCH /api/me`. */
export const profileChanges = z
  .strictObject({
    name: personName,
    handle: z.string().regex(HANDLE, { message: "handle" }),
    bio: text(500, "optional"),
    languages: z.array(language).max(8),
    links: z.array(profileLink).max(MAX_LINKS),
    topics,
    /** Nobody calls me into a room. */
    quiet: z.boolean(),
    /** Nobody sees the party hat of my first seven days. */
    hideHat: z.boolean(),
    /** Only people whom I follow see more of my profile than who I am. */
    protect: z.boolean(),
    /** Who sees in which room I am. */
    whereabouts: z.enum(WHEREABOUTS),
  })
  .partial()
  .refine((changes) => Object.keys(changes).length > 0, { message: "empty" });

/** Query of `GET /api/me/followers`. `after`: `next` of the page before. */
export const followersInput = z.object({ q: z.string().default(""), after: z.string().optional() });

/** Of one. */
const part = z.coerce.number().min(0).max(1);

/** What stands behind `?` of `PUT /api/me/portrait`: the square that is cut out of the picture (lib/domain/portraits/crop.ts). The largest in the middle where nothing is said. */
export const portraitCrop = z.object({ x: part, y: part, size: part }).partial();
