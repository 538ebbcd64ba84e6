import { z } from "zod";
import { GUEST_STATES, GUEST_STEPS } from "@/lib/domain/guests/guest";
import { id, time } from "@/lib/wire/fields";
import { personFace } from "@/lib/wire/people/views";

const guestStep = z.strictObject({ kind: z.enum(GUEST_STEPS), at: time, by: z.string().nullable() });

/** A guest as those see them who lead the episode. `address`: where the link was mailed to. */
const guestView = z.strictObject({
  id,
  name: z.string(),
  state: z.enum(GUEST_STATES),
  shown: z.boolean(),
  words: z.string(),
  accountNeeded: z.boolean(),
  place: z.int(),
  address: z.string().nullable(),
  /** Whose link it is, once that is known. */
  person: personFace.nullable(),
  /** Somebody opened the link elsewhere, and says that they are the guest. */
  claimedBy: personFace.nullable(),
  invitedAt: time,
  answeredAt: time.nullable(),
  /** The oldest first. */
  steps: z.array(guestStep),
});

export type GuestView = z.infer<typeof guestView>;

/** Answer of `GET /api/rooms/:id/guests`. */
export const guestList = z.strictObject({ guests: z.array(guestView) });

/** Answer of what changes a guest. */
export const guestAnswer = z.strictObject({ guest: guestView });

/** Answer of what makes a link: the only time that the whole address is told. `mailed`: it is on its way to the guest. */
export const freshGuestLink = z.strictObject({ guest: guestView, url: z.string(), mailed: z.boolean() });

export type FreshGuestLink = z.infer<typeof freshGuestLink>;

/** A guest as everybody reads of them who sees the episode. */
const announcedGuest = z.strictObject({
  id,
  name: z.string(),
  state: z.enum(["invited", "accepted", "declined"]),
  words: z.string(),
  person: personFace.nullable(),
});

export type AnnouncedGuest = z.infer<typeof announcedGuest>;

/** Answer of `POST /api/guests/answer` and `POST /api/guests/claim`. `roomId`: of the episode. */
export const invitationAnswer = z.strictObject({ roomId: id, state: z.enum([...GUEST_STATES, "claimed"]) });
