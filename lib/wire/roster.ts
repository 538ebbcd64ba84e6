import { z } from "zod";
import type { PersonFace } from "./views";

/** The audience in two parts: those whom somebody on stage follows, and everyone else. */
export type AudienceSection = "followed" | "others";

/** The query of `GET /api/rooms/:roomId/audience`. `after`: the cursor of the page before. */
export const audiencePageInput = z.object({
  section: z.enum(["followed", "others"]).default("others"),
  after: z.string().max(80).optional(),
});

/** The query of `GET /api/rooms/:roomId/people`: by a part of name or handle, or one by id. */
export const peopleInput = z.union([z.object({ q: z.string().trim().min(1).max(60) }), z.object({ id: z.uuid() })]);

export type PeopleAsked = z.infer<typeof peopleInput>;

/**
 * Up to 60 faces, the longest there first. `after` is null on the last page. Counts are of the same moment. `version`
 * names who is in the followed section: the same people, the same version.
 */
export type AudiencePage = {
  people: PersonFace[];
  after: string | null;
  counts: Record<AudienceSection, number>;
  version: string;
};

/** Ids of the people in the audience, the longest there first: what the seat map draws. */
export type SeatList = { people: string[] };

/** Which people in this room, on stage or off it, I follow. */
export type FollowedHere = { people: string[] };

export type PeopleFound = { people: PersonFace[] };
