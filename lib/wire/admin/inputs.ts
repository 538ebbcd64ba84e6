import { z } from "zod";
import { text } from "@/lib/wire/text";

/** Input of `PUT /api/admin/bans/:personId` and `DELETE /api/admin/rooms/:id`: why; kept in the admins' log. */
export const reasonInput = z.strictObject({ reason: text(500) });

/** Query of `GET /api/admin/log`: the id of the last entry read. */
export const adminLogInput = z.object({ before: z.string().optional() });

/** Query of `GET /api/admin/people`. */
export const adminPeopleInput = z.object({ q: z.string().default("") });
