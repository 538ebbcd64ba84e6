import { z } from "zod";
import { MAX_GUEST_WORDS } from "@/lib/domain/guests/guest";
import { line, personName, text } from "@/lib/wire/text";

/** The secret of a guest's link, as it stands in its address: 192 bits. Or the id of an invitation, for the member whose it is. */
const guestSecret = z.string().min(1).max(100);

const shown = z.boolean();
const words = text(MAX_GUEST_WORDS, "optional");

/**
 * Input of `POST /api/rooms/:id/guests`: a member by `handle`, or somebody by `name`, with an `address` to which the link is mailed or
 * without one. `shown`: everybody reads of it. `words`: what the host says of them in public.
 */
export const inviteGuestInput = z.strictObject({
  handle: line(40).optional(),
  name: line(60).optional(),
  address: z.string().max(320).optional(),
  shown: shown.default(false),
  words: words.default(""),
  accountNeeded: z.boolean().default(false),
});

/** Input of `PATCH /api/rooms/:id/guests/:guestId`. */
export const guestChanges = z.strictObject({
  name: line(60).optional(),
  shown: shown.optional(),
  words: words.optional(),
  accountNeeded: z.boolean().optional(),
  place: z.int().min(0).max(1_000).optional(),
});

/** Input of `PUT /api/rooms/:id/guests/:guestId/claim`: whether whoever opened the link elsewhere is the guest. */
export const guestClaimInput = z.strictObject({ isGuest: z.boolean() });

/** Input of `POST /api/guests/answer`. `name`: by which a guest without an account is seen; a member has theirs. */
export const guestAnswerInput = z.strictObject({
  secret: guestSecret,
  answer: z.enum(["accept", "decline"]),
  name: personName.optional(),
});

/** Input of `POST /api/guests/claim`. */
export const guestSecretInput = z.strictObject({ secret: guestSecret });
