import { z } from "zod";
import { CLUB_ADMISSIONS } from "@/lib/domain/clubs/club";
import { id, language, topics } from "@/lib/wire/fields";
import { personName, text } from "@/lib/wire/text";

const handle = z.string().regex(/^[a-z0-9_]{2,30}$/, { message: "handle" });

/** Input of `POST /api/clubs`. A club's name and handle follow the rules of a person's. */
export const clubFields = z.strictObject({
  name: personName,
  handle,
  description: text(1_000, "optional").default(""),
  /** What is said at the door of its rooms. */
  rules: text(2_000, "optional").default(""),
  topics: topics.default([]),
  languages: z.array(language).max(8).default([]),
  admission: z.enum(CLUB_ADMISSIONS).default("open"),
});

export type ClubFields = z.infer<typeof clubFields>;

/** Input of `PATCH /api/clubs/:clubId`. The handle stays: links lead to it. */
export const clubChanges = z
  .strictObject({
    name: personName,
    description: text(1_000, "optional"),
    rules: text(2_000, "optional"),
    topics,
    languages: z.array(language).max(8),
    admission: z.enum(CLUB_ADMISSIONS),
  })
  .partial()
  .refine((changes) => Object.keys(changes).length > 0, { message: "empty" });

/** Input of `PATCH /api/clubs/:clubId/members/:personId`. */
export const memberRoleInput = z.strictObject({ role: z.enum(["admin", "member"]) });

/** Input of `POST /api/clubs/:clubId/invitations`: whom, by their handle. */
export const clubInviteInput = z.strictObject({ handle });

/** Input of `PUT /api/clubs/:clubId/founder`: who leads the club from now on. */
export const passOnInput = z.strictObject({ personId: id });

/** Query of the lists of clubs, their members and their requests. `after`: `next` of the page before. */
export const clubPageInput = z.object({ after: z.string().max(100).optional() });
