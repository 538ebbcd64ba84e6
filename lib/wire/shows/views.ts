import { z } from "zod";
import { ROOM_KINDS, ROOM_STATUSES } from "@/lib/domain/rooms/room";
import { SHOW_ROLES } from "@/lib/domain/shows/show";
import { roomClub } from "@/lib/wire/clubs/views";
import { id, time } from "@/lib/wire/fields";
import { personFace } from "@/lib/wire/people/views";

/** Who leads a show, or one episode. */
const showHost = z.strictObject({ ...personFace.shape, role: z.enum(SHOW_ROLES) });

export type ShowHostView = z.infer<typeof showHost>;

/** A planned room, before its hour or called off, as its page shows it. */
export const episodeView = z.strictObject({
  /** Of its room. */
  id,
  title: z.string(),
  description: z.string(),
  topics: z.array(z.string()),
  language: z.string(),
  /** What it is once it is published. */
  kind: z.enum(ROOM_KINDS),
  guestsAllowed: z.boolean(),
  status: z.enum(ROOM_STATUSES),
  /** Null for one that was announced without an hour. */
  scheduledFor: time.nullable(),
  minutes: z.int(),
  opensItself: z.boolean(),
  /** Only those who lead it, and whom they let in, know of it. */
  isDraft: z.boolean(),
  cancelled: z.strictObject({ at: time, reason: z.string() }).nullable(),
  /** `zone`: by whose clocks the show recurs. `picture`: the key of its picture. Null for an episode of no show. */
  show: z
    .strictObject({ slug: z.string(), title: z.string(), zone: z.string(), picture: z.string().nullable() })
    .nullable(),
  club: roomClub.nullable(),
  /** Hosts before cohosts, of those that the viewer may know of. */
  hosts: z.array(showHost),
  /** What the viewer is for it; null for whoever leads it not. */
  role: z.enum(SHOW_ROLES).nullable(),
});

export type EpisodeView = z.infer<typeof episodeView>;
