import type { Role } from "@/lib/domain/roles";
import type { ChatMode, HandMode, RoomKind, RoomStatus } from "@/lib/domain/rooms/room";
import type { ChannelView } from "./interpreting";

/** A person as others see them. Times are ISO 8601 in UTC. */
export type PersonFace = {
  id: string;
  name: string;
  /** Null for guests. */
  handle: string | null;
  /** Seed of the drawn portrait. */
  portraitSeed: number;
  /** In their first seven days: the party hat. */
  isNew: boolean;
  isGuest: boolean;
};

export type PersonProfile = PersonFace & {
  bio: string;
  languages: string[];
  joinedAt: string;
  followers: number;
  following: number;
  /** Whether the viewer follows them; false for guests. */
  followedByMe: boolean;
  followsMe: boolean;
  /** The live room they hold a seat in, if the viewer may know of it. */
  liveRoom: { id: string; title: string; role: Role } | null;
  shows: { slug: string; title: string }[];
};

/** A room on a card of the hallway. */
export type RoomCard = {
  id: string;
  title: string;
  description: string;
  topics: string[];
  language: string;
  kind: RoomKind;
  status: RoomStatus;
  capacity: number;
  openSeats: number;
  liveAt: string | null;
  scheduledFor: string | null;
  show: { slug: string; title: string } | null;
  /** The first five on stage, host first. */
  stage: PersonFace[];
  stageCount: number;
  /** People on stage whom the viewer follows. */
  followedOnStage: number;
  demo: boolean;
  /** The live overflow rooms of its family, by number; empty where there is none. */
  overflow: Hall[];
};

/** A room of a family, as the others see it. */
export type Hall = {
  id: string;
  /** 0 is the main hall, the others are counted as they were opened. */
  number: number;
  language: string;
  openSeats: number;
  capacity: number;
  /** Whether somebody leads it. */
  led: boolean;
};

export type StagePerson = PersonFace & {
  role: Role;
  stageSince: string;
  /** A moderator took their microphone away. */
  muted: boolean;
  /** Gone from LiveKit, within the grace. */
  away: boolean;
  /** The number of the overflow room that they were called up from, where a seat is kept for them; else null. */
  from: number | null;
};

/** What is the same for everyone in a room, at one version: one snapshot a process. */
export type RoomView = {
  room: RoomDetails;
  /** The event version this view includes; announcements up to it are old news. */
  version: number;
  stage: StagePerson[];
  /** The first 60 of the audience by time of joining. */
  audience: PersonFace[];
  audienceCount: number;
  /** AudiencePage's version; null where this view's maker does not know it. Browsers read the section again when it changes. */
  followedVersion: string | null;
  /** The live rooms of the family, the main hall first; empty where it is one room only. */
  halls: Hall[];
  /** In an overflow room: the main room, whose stage is heard here. */
  main: MainStage | null;
  /** The languages that the family is interpreted into, by language; empty where there is none. */
  channels: ChannelView[];
};

/** What an overflow room shows of its main room. `version`: the main room's event version that this includes. */
export type MainStage = { room: RoomDetails; version: number; stage: StagePerson[] };

export type RoomDetails = {
  id: string;
  title: string;
  description: string;
  topics: string[];
  language: string;
  kind: RoomKind;
  status: RoomStatus;
  guestsAllowed: boolean;
  capacity: number;
  openSeats: number;
  liveAt: string | null;
  scheduledFor: string | null;
  endedAt: string | null;
  show: { slug: string; title: string } | null;
  demo: boolean;
  handMode: HandMode;
  chatMode: ChatMode;
  chatSlowSeconds: number;
  /** Whoever a moderator muted cannot unmute themselves. */
  microphonesLocked: boolean;
  /** Nobody leads the room: when it ends unless its host comes back. */
  hostAwayUntil: string | null;
  /** What whoever ended it said to everyone; empty where nothing. */
  endLine: string;
  pinned: PinnedLinkView | null;
  /** Of an overflow room: whose stage it hears, and which one it is, from 1. Null for a room with a stage of its own. */
  family: { mainRoomId: string; number: number } | null;
  /** Greatest number of overflow rooms open at once; 0 is no overflow. */
  overflowRooms: number;
  /** Places kept for the stage, announced guests and people called up. */
  reserve: number;
  /** No hall turns the stage down for its own talk. */
  stageFirst: boolean;
  /** The main room that ended, where this overflow room went on as a room of its own. */
  afterTalkOf: string | null;
};

/** The one link that moderators show to everyone. Title and site as the server found them; empty where it found none. */
export type PinnedLinkView = { url: string; title: string; site: string };

export type SeatView = { id: string; roomId: string; personId: string; role: Role; muted: boolean; openedAt: string };

/**
 * A raised hand. `parked`: the room's hand mode does not let it count now; it keeps its place. `hall`: the number of the
 * hall its owner sits in. `pickedBy`: the moderator of that hall who passed it ahead, and why.
 */
export type HandView = {
  person: PersonFace;
  raisedAt: string;
  question: string;
  parked: boolean;
  hall: number;
  picked: { by: PersonFace; reason: string } | null;
};

/** How many hands are up: those that count now, and those that the hand mode has set aside. */
export type HandTotals = { waiting: number; parked: number };

/** An open invitation as those see it who lead the room. */
export type OpenOffer = { id: string; person: PersonFace; offeredBy: PersonFace; expiresAt: string };

/** A seat in another hall, kept for me while the offer is open. */
export type SeatOfferView = { id: string; hall: { id: string; number: number }; expiresAt: string };

export type OfferView = { id: string; offeredBy: PersonFace; expiresAt: string };

/**
 * What only I see of a room. `hands` (the first page: waiting ones, then parked ones, each by `raisedAt`), `handTotals`
 * and `offers` are null for those who may not read the queue.
 */
export type MineView = {
  seat: SeatView | null;
  handRaisedAt: string | null;
  /** Empty where I asked none, or have no hand up. */
  handQuestion: string;
  /** My hand is up and keeps its place, and does not count in the room's hand mode. */
  handParked: boolean;
  offer: OfferView | null;
  hands: HandView[] | null;
  handTotals: HandTotals | null;
  offers: OpenOffer[] | null;
  /** A moderator removed me: no door of this room lets me in. Tells a removal from a seat taken over elsewhere. */
  barred: boolean;
  /** Invited to the stage by a link for speakers: `POST /offer` takes it up, whenever they like. */
  standingOffer: boolean;
  seatOffer: SeatOfferView | null;
  /** The room of the same family that I sit in, where it is another than this one. */
  movedTo: string | null;
};

/** Of somebody who holds no seat, or has just come into the audience. */
export const NOTHING_MINE: MineView = {
  seat: null,
  handRaisedAt: null,
  handQuestion: "",
  handParked: false,
  offer: null,
  hands: null,
  handTotals: null,
  offers: null,
  barred: false,
  standingOffer: false,
  seatOffer: null,
  movedTo: null,
};

/** Where a browser connects for sound, and with what. The url is a ws:// or wss:// address. */
export type MediaPass = { url: string; token: string };

/** The door's answer: everything the first screen needs, so that no second request does; of the audience the first eight. */
export type JoinAnswer = { room: RoomView; seat: SeatView; mine: MineView; media: MediaPass };

/** Who is looking: a member, a guest, or nobody yet. */
export type Viewer = (PersonFace & { admin: boolean }) | null;

/** A personal access token as its owner sees it in a list; the token itself is shown once, when it is made. */
export type AccessTokenView = { id: string; name: string; scopes: string[]; createdAt: string };

/** Answer of `POST|DELETE /api/people/:personId/follow`. */
export type FollowAnswer = { followedByMe: boolean; followers: number };

/** How one can sign in on an instance. `cast` is empty but in local mode; `lettersOnPage`: codes appear on /dev/mail. */
export type SignInWays = {
  email: boolean;
  lettersOnPage: boolean;
  providers: { id: string; name: string }[];
  cast: (PersonFace & { bio: string })[];
};
