import { z } from "zod";
import { MAX_REACTIONS_AT_ONCE, REACTIONS } from "@/lib/domain/chat/reactions";

export const reactionInput = z.strictObject({
  reaction: z.enum(REACTIONS),
  count: z.int().min(1).max(MAX_REACTIONS_AT_ONCE).default(1),
});

/** Input of `POST /api/rooms/:id/reactions`. */
export type ReactionInput = z.infer<typeof reactionInput>;
