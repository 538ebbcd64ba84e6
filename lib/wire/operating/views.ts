import { z } from "zod";

/** Answer of `GET /api/health`. */
export const healthAnswer = z.strictObject({ ok: z.literal(true) });

/** Answer of `GET /api/ready`, with 503 while something is missing. */
export const readyAnswer = z.strictObject({
  ready: z.boolean(),
  database: z.boolean(),
  migrations: z.boolean(),
  media: z.boolean(),
});

/** What the answers of a process need, and whether it is there. */
export type Readiness = z.infer<typeof readyAnswer>;
