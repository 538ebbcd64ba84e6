import type { Role } from "@/lib/domain/roles";
import type { ChatPulse } from "@/lib/wire/chat/views";
import type { Hall, SeatOfferView } from "@/lib/wire/family/views";
import type { HandView } from "@/lib/wire/hands/views";
import type { ChannelView } from "@/lib/wire/interpreting/views";
import type { PersonFace } from "@/lib/wire/people/views";
import type { RunningRecording } from "@/lib/wire/recording/views";
import type { OfferView, OpenOffer, StagePerson } from "@/lib/wire/stage/views";
import type { PinnedLinkView, RoomDetails } from "./views";

/**
 * A room's view is shared among all who read it, and so may be this much older than what was announced last. Source: mechanics,
 * announcements ("at most one second old, built once a process").
 */
export const MAX_SNAPSHOT_AGE_MS = 1_000;

/** LiveKit data topic of everything announced inside a room. */
export const ROOM_TOPIC = "room";

/** What everyone in a room is told of it. Of its club, of which not everybody may know, only whether there is one; it never has another. */
export type AnnouncedRoom = Omit<RoomDetails, "club"> & { inClub: boolean };

/** What happened in a room. Written as a RoomEvent's type and facts, sent to its audience. */
export type RoomHappening =
  | { type: "stage_joined"; person: StagePerson }
  | { type: "stage_left"; personId: string; reason: "stepped_down" | "moved" | "left" | "removed" }
  | { type: "role_changed"; personId: string; role: Role }
  | { type: "microphone_cut"; personId: string }
  | { type: "microphone_returned"; personId: string }
  /** `reason`: as the moderator wrote it; only moderators hear of it. `hadLeft`: they sat here no more. */
  | { type: "removed"; personId: string; reason?: string; hadLeft?: boolean }
  | { type: "room_edited"; room: AnnouncedRoom }
  /** `line`: what the person who ended it said to everyone. */
  | { type: "room_ended"; line?: string }
  | { type: "hand_raised"; hand: HandView }
  | { type: "hand_lowered"; personId: string; reason: "lowered" | "offered" | "declined" | "left" }
  | { type: "offer_made"; offer: OfferView }
  /** The same invitation, for the leaders of the room. */
  | { type: "offer_opened"; offer: OpenOffer }
  | { type: "offer_closed"; offerId: string; outcome: "accepted" | "declined" | "withdrawn" | "expired" }
  | { type: "ban_lifted"; personId: string }
  /** An admin of the instance came in without an invitation. */
  | { type: "admin_entered"; personId: string }
  /** Too many hands moved at once to name each: read the queue again. */
  | { type: "hands_changed"; open: number }
  /** Every hand at once, parked ones too. */
  | { type: "hands_lowered" }
  | { type: "all_muted"; locked: boolean }
  | { type: "handed_over"; fromId: string; toId: string; reason: "handed" | "host_gone" | "host_left" }
  | { type: "link_pinned"; link: PinnedLinkView }
  | { type: "link_unpinned" }
  /** Somebody here has a name that looks like that of somebody on stage. */
  | { type: "name_alike"; person: PersonFace; like: PersonFace }
  /** Called into a closed room, where the call is the key. */
  | { type: "called_in"; personId: string }
  | { type: "invite_link_made"; linkId: string; role: "listener" | "speaker" }
  | { type: "invite_link_revoked"; linkId: string }
  | { type: "line_deleted"; personId: string; number: number }
  | { type: "removed_from_chat"; personId: string }
  | { type: "let_back_into_chat"; personId: string }
  /** Their seat is now in this room of the family: they are back where they were called up from. */
  | { type: "sent_back"; roomId: string }
  | { type: "seat_offered"; offer: SeatOfferView }
  | { type: "seat_offer_closed"; offerId: string; outcome: "accepted" | "declined" | "expired" | "withdrawn" }
  /** A line from who leads the family to every hall. */
  | { type: "family_line"; by: PersonFace; text: string }
  /** Who interprets, and who of them is on the air, as it is now. */
  | { type: "interpreters_changed"; channels: ChannelView[] }
  /** The same as acts of the room's leaders, for its log. */
  | { type: "interpreter_assigned"; personId: string; language: string }
  | { type: "interpreter_ended"; personId: string; language: string }
  | { type: "language_hall_opened"; language: string; number: number }
  /** Who started it agreed to be recorded by that. */
  | { type: "recording_started"; recording: RunningRecording; byId: string }
  | { type: "recording_stopped" }
  /** To themselves: what they said. */
  | { type: "recording_answered"; agrees: boolean }
  /** In the main room: one of its overflow rooms was closed, and somebody was offered a seat in another hall. */
  | { type: "hall_closed"; hall: number }
  | { type: "sent_to_hall"; personId: string; hall: number };

/**
 * What happened, for one audience. Each audience is a stream of its own: `prev` is the version last sent to that audience,
 * so a gap is `prev` above what I hold, never a missing number; a version that I hold already is old news, sent twice.
 * A heartbeat carries no happening, and `prev` = `version` = the last one sent to that audience.
 */
export type Announcement = {
  /** `main`: in an overflow room, what everyone in the main room was told, with the main room's versions. */
  audience: "everyone" | "moderators" | "person" | "main";
  prev: number;
  version: number;
  happening: RoomHappening | null;
  at: string;
};

/**
 * What passes: never a version, never a row of the outbox, at most once a second. Whatever of it is due at that moment
 * travels in one message. Source: mechanics, announcements.
 */
export type PassingAnnouncement = {
  /** `followed`: the version of the followed section, null while it is not known. */
  counts?: { openSeats: number; audience: number; followed: string | null };
  /** How often each reaction was sent since the last message. */
  reactions?: Record<string, number>;
  /** What was written or deleted in a chat that the receiver may read. */
  chat?: ChatPulse;
  moderatorsChat?: ChatPulse;
  /** How the family stands. `hands`: how many are up in it; browsers that show the queue read it again when `handsVersion` changes. */
  family?: FamilyCounts;
};

export type FamilyCounts = { halls: Hall[]; hands: number; handsVersion: string };

/**
 * One data message on the topic, as JSON in UTF-8: announcements in their order, several where they were due at once,
 * so that a busy room stays at four messages a second; or what passes.
 */
export type RoomMessage = Announcement[] | PassingAnnouncement;
