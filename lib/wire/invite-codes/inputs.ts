import { z } from "zod";
import { MAX_DAYS, MAX_USES } from "@/lib/domain/invite-codes/invite-code";

/** Input of `POST /api/me/invite-codes`. `uses`: how many people it may bring. */
export const inviteCodeInput = z.strictObject({
  uses: z.int().min(1).max(MAX_USES).default(1),
  days: z.int().min(1).max(MAX_DAYS).default(14),
});

/** Input of `POST /api/sign-in/invite-code`: as somebody types it. */
export const codeBroughtInput = z.strictObject({ code: z.string().min(1).max(100) });
