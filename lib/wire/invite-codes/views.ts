import { z } from "zod";
import { id, time } from "@/lib/wire/fields";
import { personFace } from "@/lib/wire/people/views";

/** A code as its maker sees it. */
const inviteCodeView = z.strictObject({
  id,
  code: z.string(),
  /** What to hand on. */
  url: z.string(),
  uses: z.int(),
  maxUses: z.int(),
  madeAt: time,
  expiresAt: time,
});

export type InviteCodeView = z.infer<typeof inviteCodeView>;

/** `left`: how many more people the maker may promise a place; null for as many as they like. */
const invitesLeft = z.int().nullable();

/** Answer of `GET /api/me/invite-codes`: those that can still bring somebody, newest first. */
export const inviteCodeList = z.strictObject({ codes: z.array(inviteCodeView), left: invitesLeft });

export type InviteCodeList = z.infer<typeof inviteCodeList>;

/** Answer of `POST /api/me/invite-codes`. */
export const madeInviteCode = z.strictObject({ code: inviteCodeView, left: invitesLeft });

/** Answer of `DELETE /api/me/invite-codes/:codeId`. */
export const revokedInviteCode = z.strictObject({ left: invitesLeft });

/** Answer of `POST /api/sign-in/invite-code`: who invites. The code itself is in a cookie from then on. */
export const codeBrought = z.strictObject({ by: personFace });
