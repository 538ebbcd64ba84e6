import { z } from "zod";
import { PARTS } from "@/lib/domain/admin/health";
import { HISTORY_RANGES } from "@/lib/domain/admin/history";
import { time } from "@/lib/wire/fields";

/**
 * What there is at a moment. `rooms`: main rooms. `people`, `onStage`: seats. `joins`: seats taken in the last minute. `refused`: acts that a
 * limit refused in the last whole minute. `waiting`: at doors. `jobs`: what waits to be done.
 */
const counts = {
  rooms: z.int(),
  halls: z.int(),
  people: z.int(),
  onStage: z.int(),
  joins: z.int(),
  refused: z.int(),
  waiting: z.int(),
  jobs: z.int(),
};

const adminCounts = z.strictObject(counts);
export type AdminCounts = z.infer<typeof adminCounts>;

/** Answer of `GET /api/admin/numbers`, and each event of `GET /api/admin/events`. */
export const adminNumbers = z.strictObject({
  at: time,
  counts: adminCounts,
  relays: z.strictObject({ families: z.int(), carried: z.int() }),
  health: z.array(z.strictObject({ part: z.enum(PARTS), state: z.enum(["well", "away", "off"]) })),
});
export type AdminNumbers = z.infer<typeof adminNumbers>;

/** Query of `GET /api/admin/history`. */
export const adminHistoryInput = z.object({ range: z.enum(HISTORY_RANGES).default("day") });

/** Answer of `GET /api/admin/history`: the most in each stretch that there is a sample of, the oldest first. */
export const adminHistory = z.strictObject({ points: z.array(z.strictObject({ at: time, ...counts })) });
export type AdminHistory = z.infer<typeof adminHistory>;

/** Answer of `GET /api/admin/limits`: those that refused somebody in the last day, the most first. `own`: the instance's own line. */
export const adminLimits = z.strictObject({
  limits: z.array(
    z.strictObject({
      name: z.string(),
      hits: z.int(),
      points: z.int(),
      seconds: z.int(),
      own: z.boolean(),
      lastAt: time,
    }),
  ),
});
export type AdminLimits = z.infer<typeof adminLimits>;
