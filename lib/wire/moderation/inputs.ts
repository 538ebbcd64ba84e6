import { z } from "zod";
import { plainText } from "@/lib/wire/fields";

/** Input of `PUT /api/rooms/:id/bans/:personId`: why; only moderators read it. */
export const banInput = z.strictObject({ reason: plainText(0, 500).default("") });

/** Query of `GET /api/rooms/:id/log`: only acts before this version. */
export const logInput = z.object({ before: z.coerce.number().int().min(1).optional() });
