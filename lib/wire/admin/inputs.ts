import { z } from "zod";
import { plainText } from "@/lib/wire/fields";

/** Input of `PUT /api/admin/bans/:personId` and `DELETE /api/admin/rooms/:id`: why; kept in the admins' log. */
export const reasonInput = z.strictObject({ reason: plainText(1, 500) });

export type ReasonInput = z.infer<typeof reasonInput>;
