import { granted, type Ruling, refused } from "@/lib/domain/ruling";

/** A link as its rule sees it. */
export type Link = {
  role: "listener" | "speaker";
  expiresAt: Date;
  revokedAt: Date | null;
  uses: number;
  maxUses: number;
};

/** Who comes by it. `invited`: as what they are invited already. */
export type Bearer = {
  kind: "member" | "guest";
  banned: boolean;
  isCreator: boolean;
  invited: "listener" | "speaker" | null;
};

/** Whether a link still lets somebody in. */
export const isLinkOpen = ({ expiresAt, revokedAt, uses, maxUses }: Link, now: Date): boolean =>
  revokedAt === null && expiresAt > now && uses < maxUses;

/**
 * `use`: the link is used up by one and the person invited; `keep`: they have what it gives, so nothing is counted.
 * Guests only listen, so a link for speakers is none for them. A ban stands above every link. Source: behaviours 8, 17.
 */
export function redeem(
  link: Link,
  bearer: Bearer,
  room: { guestsAllowed: boolean },
  now: Date,
): Ruling<"use" | "keep", "banned" | "members_only" | "guests_not_allowed" | "link_spent"> {
  if (bearer.banned) return refused("banned");
  if (bearer.isCreator || bearer.invited === "speaker" || bearer.invited === link.role) return granted("keep");
  if (bearer.kind === "guest" && !room.guestsAllowed) return refused("guests_not_allowed");
  if (bearer.kind === "guest" && link.role === "speaker") return refused("members_only");
  return isLinkOpen(link, now) ? granted("use") : refused("link_spent");
}
