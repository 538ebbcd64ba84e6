import { z } from "zod";
import { id, time } from "@/lib/wire/fields";
import { personFace } from "@/lib/wire/people/views";

/** A link as those see it who may make them; its secret is shown once, when it is made. */
const inviteLinkView = z.strictObject({
  id,
  role: z.enum(["listener", "speaker"]),
  /** Null where their account is gone. */
  madeBy: personFace.nullable(),
  madeAt: time,
  expiresAt: time,
  uses: z.int(),
  maxUses: z.int(),
  revokedAt: time.nullable(),
});

export type InviteLinkView = z.infer<typeof inviteLinkView>;

/** Answer of `GET /api/rooms/:id/invite-links`. */
export const inviteLinkList = z.strictObject({ links: z.array(inviteLinkView) });

/** Answer of `POST /api/rooms/:id/invite-links`: the only time that the whole address is told. */
export const freshInviteLink = z.strictObject({ link: inviteLinkView, url: z.string() });

export type FreshInviteLink = z.infer<typeof freshInviteLink>;

/** Somebody wants me in a room. Stays until I have seen it, and no longer than the room is live. */
const pingView = z.strictObject({ room: z.strictObject({ id, title: z.string() }), by: personFace, at: time });

export type PingView = z.infer<typeof pingView>;

/** Answer of `GET /api/me/pings`. */
export const pingList = z.strictObject({ pings: z.array(pingView) });

/** One event of `GET /api/me/events`: something of mine has to be read anew, or so many notifications are new. */
export type MyEvent = { reread: "pings" } | { notified: number };
