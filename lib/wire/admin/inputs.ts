import { z } from "zod";
import { MAX_REASON } from "@/lib/domain/moderation/removal";
import { text } from "@/lib/wire/text";

/** Input of `PUT /api/admin/bans/:personId` and `DELETE /api/admin/rooms/:id`: why; kept in the admins' log. */
export const reasonInput = z.strictObject({ reason: text(MAX_REASON) });

/** Query of `GET /api/admin/log`: the id of the last entry read. */
export const adminLogInput = z.object({ before: z.string().optional() });

/** Query of `GET /api/admin/people`. */
export const adminPeopleInput = z.object({ q: z.string().default("") });
