import { z } from "zod";

/**
 * Answer of `GET /api/me/handle`: whether the caller can have it. `unfit` is no handle at all; `instead` is one that is free, made of
 * what was wanted, where that cannot be had.
 */
export const handleAnswer = z.strictObject({
  state: z.enum(["free", "mine", "taken", "unfit"]),
  instead: z.string().nullable(),
});

export type HandleAnswer = z.infer<typeof handleAnswer>;
