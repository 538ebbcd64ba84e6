import { z } from "zod";
import { line } from "@/lib/wire/text";

const MAX_DAYS = 30;

/** The secret of a link as it stands in its address: 192 bits. */
export const linkSecret = z.string().min(1).max(100);

/** Input of `POST /api/rooms/:id/invite-links`. */
export const inviteLinkInput = z.strictObject({
  role: z.enum(["listener", "speaker"]).default("listener"),
  hours: z
    .int()
    .min(1)
    .max(24 * MAX_DAYS)
    .default(24),
  maxUses: z.int().min(1).max(10_000).default(1),
});

export type InviteLinkInput = z.infer<typeof inviteLinkInput>;

/** Input of `POST /api/rooms/:id/invite-links/uses`. */
export const linkUseInput = z.strictObject({ secret: linkSecret });

/** Input of `POST /api/rooms/:id/invitations`. */
export const invitationInput = z.strictObject({ handle: line(40) });

/** Input of `POST /api/rooms/:id/pings`. */
export const pingInput = z.strictObject({ personId: z.uuid() });
