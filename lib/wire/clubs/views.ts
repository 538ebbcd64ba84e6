import { z } from "zod";
import { CLUB_ADMISSIONS, CLUB_ROLES } from "@/lib/domain/clubs/club";
import { id, time } from "@/lib/wire/fields";
import { personFace } from "@/lib/wire/people/views";

/** The club that a room was opened in, as its card and its head name it. */
export const roomClub = z.strictObject({ id, handle: z.string(), name: z.string() });

export type RoomClub = z.infer<typeof roomClub>;

/** Where somebody stands before a club. See lib/domain/clubs/way-in.ts. */
export const clubStanding = z.strictObject({
  /** Null for whoever is not a member. */
  role: z.enum(CLUB_ROLES).nullable(),
  wayIn: z.enum(["member", "accept", "join", "ask", "asked", "none"]),
  /** Its members, of those that the viewer may know of. */
  members: z.int(),
});

export type ClubStandingView = z.infer<typeof clubStanding>;

const aboutClub = {
  ...roomClub.shape,
  description: z.string(),
  topics: z.array(z.string()),
  languages: z.array(z.string()),
  admission: z.enum(CLUB_ADMISSIONS),
};

/** A club on a list. */
const clubCard = z.strictObject({
  ...aboutClub,
  ...clubStanding.shape,
  /** Its rooms that are live now, of those that the viewer may know of. */
  liveRooms: z.int(),
});

export type ClubCard = z.infer<typeof clubCard>;

/** Answer of `GET /api/clubs/:clubId`. */
export const clubView = z.strictObject({
  ...clubCard.shape,
  rules: z.string(),
  createdAt: time,
  /** Who asked to be let in, counted; null for people who may not answer them. */
  requests: z.int().nullable(),
});

export type ClubView = z.infer<typeof clubView>;

/** Answer of `POST /api/clubs` and `PATCH /api/clubs/:clubId`. */
export const clubAnswer = z.strictObject({ club: clubView });

export const clubPage = z.strictObject({ clubs: z.array(clubCard), next: z.string().nullable() });

export type ClubPage = z.infer<typeof clubPage>;

const clubMember = z.strictObject({ ...personFace.shape, role: z.enum(CLUB_ROLES), joinedAt: time });

export type ClubMemberView = z.infer<typeof clubMember>;

/** A page of a club's members: its founder first, then admins, then by how long they are in it. */
export const clubMemberPage = z.strictObject({ people: z.array(clubMember), next: z.string().nullable() });

export type ClubMemberPage = z.infer<typeof clubMemberPage>;

/** People who wait before a club: those who asked to be let in, or those who were invited. The first came first. */
export const clubWaiting = z.strictObject({ requests: z.array(personFace), invited: z.array(personFace) });

export type ClubWaiting = z.infer<typeof clubWaiting>;
