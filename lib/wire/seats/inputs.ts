import { z } from "zod";
import { linkSecret } from "@/lib/wire/invites/inputs";

/**
 * Input of `POST /api/rooms/:id/seat`. `invite`: the secret of the link somebody comes by. `page`: an id that the asking
 * page made up for itself. `back`: it comes back by itself, and takes the seat from no other page. `ticket`: the token of the place
 * in line that the caller waits under.
 */
export const seatInput = z.strictObject({
  invite: linkSecret.optional(),
  page: z.uuid().optional(),
  back: z.boolean().optional(),
  ticket: z.string().min(1).max(200).optional(),
});
