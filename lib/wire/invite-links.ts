import { z } from "zod";
import type { PersonFace } from "./views";

const MAX_DAYS = 30;

/** The secret of a link as it stands in its address: 192 bits. */
const secret = z.string().min(1).max(100);

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
export const linkUseInput = z.strictObject({ secret });

/**
 * Input of `POST /api/rooms/:id/seat`. `invite`: the secret of the link somebody comes by. `page`: an id that the asking
 * page made up for itself. `back`: it comes back by itself, and takes the seat from no other page. `ticket`: the token of the place
 * in line that one waits under.
 */
export const seatInput = z.strictObject({
  invite: secret.optional(),
  page: z.uuid().optional(),
  back: z.boolean().optional(),
  ticket: z.string().min(1).max(200).optional(),
});

export type SeatInput = z.infer<typeof seatInput>;

/** A link as those see it who may make them; its secret is shown once, when it is made. */
export type InviteLinkView = {
  id: string;
  role: "listener" | "speaker";
  /** Null where their account is gone. */
  madeBy: PersonFace | null;
  madeAt: string;
  expiresAt: string;
  uses: number;
  maxUses: number;
  revokedAt: string | null;
};

/** Answer of `POST /api/rooms/:id/invite-links`: the only time that the whole address is told. */
export type FreshInviteLink = { link: InviteLinkView; url: string };
