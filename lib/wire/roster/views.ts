import { z } from "zod";
import { id } from "@/lib/wire/fields";
import { personFace } from "@/lib/wire/people/views";

/** The audience in two parts: people that somebody on stage follows, and everyone else. */
export type AudienceSection = "followed" | "others";

/**
 * Up to 60 faces, the longest there first. `after` is null on the last page. Counts are of the same moment. `version`
 * names who is in the followed section: the same people, the same version.
 */
export const audiencePageView = z.strictObject({
  people: z.array(personFace),
  after: z.string().nullable(),
  counts: z.strictObject({ followed: z.int(), others: z.int() }),
  version: z.string(),
});

export type AudiencePage = z.infer<typeof audiencePageView>;

/** Ids of the people in the audience, the longest there first: what the seat map draws. */
export const seatList = z.strictObject({ people: z.array(id) });

/** Which people in this room, on stage or off it, I follow. */
export const followedHereView = z.strictObject({ people: z.array(id) });

export type FollowedHere = z.infer<typeof followedHereView>;

/** Answer of `GET /api/rooms/:roomId/people`. */
export const peopleFound = z.strictObject({ people: z.array(personFace) });
