import { z } from "zod";
import { GUESTS_AFTER_REMOVAL, MAX_REASON } from "@/lib/domain/moderation/removal";
import { text } from "@/lib/wire/text";

/** Input of `PUT /api/rooms/:id/bans/:personId`. `guests`: what becomes of those without an account; nothing where it is not said. */
export const banInput = z.strictObject({
  reason: text(MAX_REASON, "optional").default(""),
  guests: z.enum(GUESTS_AFTER_REMOVAL).optional(),
});

export type BanInput = z.infer<typeof banInput>;

/** Query of `GET /api/rooms/:id/log`: only acts before this version. */
export const logInput = z.object({ before: z.coerce.number().int().min(1).optional() });
