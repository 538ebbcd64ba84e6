import { z } from "zod";

/** Which addresses are let through is the command's to say. */
export const pinnedLinkInput = z.strictObject({ url: z.string().trim().min(1).max(2_000) });

/** Input of `PUT /api/rooms/:id/pinned-link`. */
export type PinnedLinkInput = z.infer<typeof pinnedLinkInput>;
