import { z } from "zod";
import { plainText } from "@/lib/wire/fields";

/** Input of `PUT /api/rooms/:id/bans/:personId`: why; only moderators read it. */
export const banInput = z.strictObject({ reason: plainText(0, 500).default("") });
