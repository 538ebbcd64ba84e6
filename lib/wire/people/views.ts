import { z } from "zod";
import { ROLES } from "@/lib/domain/roles";
import { id, time } from "@/lib/wire/fields";

/** A person as others see them. Times are ISO 8601 in UTC. */
export const personFace = z.strictObject({
  id,
  name: z.string(),
  /** Null for guests. */
  handle: z.string().nullable(),
  /** Seed of the drawn portrait. */
  portraitSeed: z.int(),
  /** The key of the uploaded portrait, at `/api/portraits/:key/small` and `…/large`; null while the drawn one stands in. */
  portrait: z.string().nullable(),
  /** In their first seven days: the party hat. */
  isNew: z.boolean(),
  isGuest: z.boolean(),
  /** Of admins of the instance: shown wherever they are, since they enter any room. */
  isAdmin: z.literal(true).optional(),
  /** They gave their account up: named only where a room or a log points to them, by no name. */
  isGone: z.literal(true).optional(),
});

export type PersonFace = z.infer<typeof personFace>;

const profileRoom = z.strictObject({ id, title: z.string(), openSeats: z.int() });

const profileEpisode = z.strictObject({ id, title: z.string(), show: z.string(), scheduledFor: time.nullable() });

export const personProfile = z.strictObject({
  ...personFace.shape,
  /** They show themselves only to people whom they follow, and the viewer is none: all below but the numbers is left out. */
  withheld: z.boolean(),
  bio: z.string(),
  languages: z.array(z.string()),
  topics: z.array(z.string()),
  /** Addresses by https, as they put them in order. */
  links: z.array(z.string()),
  /** Who brought them here. */
  nominatedBy: personFace.nullable(),
  joinedAt: time,
  followers: z.int(),
  following: z.int(),
  /** Whether the viewer follows them; false for guests. */
  followedByMe: z.boolean(),
  followsMe: z.boolean(),
  /** The live room they hold a seat in, if the viewer may know of it. */
  liveRoom: z.strictObject({ id, title: z.string(), role: z.enum(ROLES) }).nullable(),
  /** Their rooms that are live now, of those that the viewer may know of. */
  liveRooms: z.array(profileRoom),
  shows: z.array(z.strictObject({ slug: z.string(), title: z.string() })),
  /** Some of the clubs that they are in, of those that the viewer may know of. */
  clubs: z.array(z.strictObject({ id, handle: z.string(), name: z.string() })),
  /** The next episodes of their shows. */
  episodes: z.array(profileEpisode),
  /** People whom both they and the viewer follow; three of them by face. */
  inCommon: z.strictObject({ count: z.int(), people: z.array(personFace) }),
});

export type PersonProfile = z.infer<typeof personProfile>;

/** Answer of `PATCH /api/me`. */
export const profileAnswer = z.strictObject({ person: personFace });

/** Who is looking: a member, a guest, or a visitor without an account. */
export type Viewer = (PersonFace & { admin: boolean }) | null;

/** Answer of `POST|DELETE /api/people/:personId/follow`. */
export const followAnswer = z.strictObject({ followedByMe: z.boolean(), followers: z.int() });

export type FollowAnswer = z.infer<typeof followAnswer>;

/** A page of somebody's followers, or of the people they follow; `next` goes into `after`, null on the last page. */
export const followerPage = z.strictObject({ people: z.array(personFace), next: z.string().nullable() });

export type FollowerPage = z.infer<typeof followerPage>;
