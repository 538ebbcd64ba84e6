import { z } from "zod";

/** Query of `GET /api/me/handle`. `wanted`: any text that somebody types. */
export const handleInput = z.object({ wanted: z.string().max(100) });
