import { z } from "zod";

/** Input of `POST /api/me/address/codes`. */
export const newAddressInput = z.strictObject({ email: z.string().min(3).max(320) });

/** Input of `PUT /api/me/address`: the new address, and the code that was sent there. */
export const addressInput = z.strictObject({ email: z.string().min(3).max(320), code: z.string().min(6).max(30) });

/** Query of `GET /api/me/blocks`. `after`: `next` of the page before. */
export const blocksInput = z.object({ after: z.string().optional() });
