import { z } from "zod";

/** Input of `PATCH /api/rooms/:id/stage/:personId`. */
export const stageChange = z.strictObject({ role: z.enum(["moderator", "speaker"]) });

/** Input of `POST /api/rooms/:id/stage/mute`. `lock`: muted people cannot unmute themselves until it is lifted. */
export const muteAllInput = z.strictObject({ lock: z.boolean().default(false) });

/** Input of `POST /api/rooms/:id/host`. */
export const handOverInput = z.strictObject({ personId: z.uuid() });
