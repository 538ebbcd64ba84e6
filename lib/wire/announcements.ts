import type { Role } from "@/lib/domain/roles";
import type { HandView, OfferView, RoomDetails, StagePerson } from "./views";

/** LiveKit data topic of everything announced inside a room. */
export const ROOM_TOPIC = "room";

/** What happened in a room. Written as a RoomEvent's type and facts, sent to its audience. */
export type RoomHappening =
  | { type: "stage_joined"; person: StagePerson }
  | { type: "stage_left"; personId: string; reason: "stepped_down" | "moved" | "left" | "removed" }
  | { type: "role_changed"; personId: string; role: Role }
  | { type: "microphone_cut"; personId: string }
  | { type: "microphone_returned"; personId: string }
  | { type: "removed"; personId: string }
  | { type: "room_edited"; room: RoomDetails }
  | { type: "room_ended" }
  | { type: "hand_raised"; hand: HandView }
  | { type: "hand_lowered"; personId: string; reason: "lowered" | "offered" | "declined" | "left" }
  | { type: "offer_made"; offer: OfferView }
  | { type: "offer_closed"; offerId: string; outcome: "accepted" | "declined" | "withdrawn" | "expired" }
  | { type: "ban_lifted"; personId: string };

/**
 * What happened, for one audience. Each audience is a stream of its own: `prev` is the version last sent to that audience,
 * so a gap is `prev` above what I hold, never a missing number; a version that I hold already is old news, sent twice.
 * A heartbeat carries no happening, and `prev` = `version` = the last one sent to that audience.
 */
export type Announcement = {
  audience: "everyone" | "moderators" | "person";
  prev: number;
  version: number;
  happening: RoomHappening | null;
  at: string;
};

/** Counts, at most once a second, unversioned. */
export type CountsAnnouncement = { counts: { openSeats: number; audience: number } };

/**
 * One data message on the topic, as JSON in UTF-8: announcements in their order, several where they were due at once,
 * so that a busy room stays at four messages a second; or counts.
 */
export type RoomMessage = Announcement[] | CountsAnnouncement;
