import { z } from "zod";
import { text } from "@/lib/wire/text";

/** Input of `PUT /api/rooms/:id/bans/:personId`: why; only moderators read it. */
export const banInput = z.strictObject({ reason: text(500, "optional").default("") });
