import { z } from "zod";
import { text } from "@/lib/wire/text";

/** Input of `PUT /api/admin/bans/:personId` and `DELETE /api/admin/rooms/:id`: why; kept in the admins' log. */
export const reasonInput = z.strictObject({ reason: text(500) });

export type ReasonInput = z.infer<typeof reasonInput>;
