import type { Role } from "@/lib/domain/roles";
import type { Hall } from "@/lib/wire/family/views";
import type { PersonFace } from "@/lib/wire/people/views";
import { NOTHING_MINE } from "@/lib/wire/rooms/nothing-mine";
import type { RoomView } from "@/lib/wire/rooms/views";
import type { JoinAnswer } from "@/lib/wire/seats/door";
import type { SeatView } from "@/lib/wire/seats/views";
import type { StagePerson } from "@/lib/wire/stage/views";

/** Faces, views and answers of one small room, for rules of the browser that need no server: Ada hosts, Cleo speaks, Dev listens. */
export const face = (id: string): PersonFace => ({
  id,
  name: id,
  handle: id,
  portraitSeed: 1,
  portrait: null,
  isNew: false,
  isGuest: false,
});

export const onStage = (id: string, role: Role, minute = 0): StagePerson => ({
  ...face(id),
  role,
  stageSince: `2026-01-01T10:${String(minute).padStart(2, "0")}:00.000Z`,
  muted: false,
  away: false,
  from: null,
});

export const roomOfAda = (version = 10): RoomView => ({
  room: {
    id: "room",
    title: "Night trains",
    description: "",
    topics: [],
    language: "en",
    kind: "open",
    status: "live",
    guestsAllowed: true,
    capacity: 5_000,
    openSeats: 3,
    liveAt: "2026-01-01T10:00:00.000Z",
    scheduledFor: null,
    endedAt: null,
    show: null,
    club: null,
    demo: false,
    handMode: "everyone",
    chatMode: "everyone",
    chatSlowSeconds: 0,
    microphonesLocked: false,
    hostAwayUntil: null,
    endLine: "",
    pinned: null,
    recording: null,
    family: null,
    overflowRooms: 0,
    reserve: 0,
    stageFirst: false,
    afterTalkOf: null,
  },
  version,
  stage: [onStage("ada", "host"), onStage("cleo", "speaker", 5)],
  audience: [face("dev")],
  audienceCount: 1,
  followedVersion: null,
  halls: [],
  main: null,
  channels: [],
});

export const seatOfDev = (role: Role = "listener", id = "seat"): SeatView => ({
  id,
  roomId: "room",
  personId: "dev",
  role,
  muted: false,
  openedAt: "2026-01-01T10:10:00.000Z",
});

/** Overflow 2 of that room: Finn leads it, Dev listens, and Ada's stage is heard. */
export const hallOfAda = (version = 3, mainVersion = 10): RoomView => {
  const main = roomOfAda(mainVersion);
  return {
    ...main,
    room: { ...main.room, id: "hall", openSeats: 2, family: { mainRoomId: "room", number: 2 } },
    version,
    stage: [onStage("finn", "moderator")],
    halls: [hall("room", 0), hall("hall-1", 1), hall("hall", 2)],
    main: { room: main.room, version: mainVersion, stage: main.stage },
  };
};

export const hall = (id: string, number: number, openSeats = 2): Hall => ({
  id,
  number,
  language: "en",
  openSeats,
  capacity: 4,
  led: true,
});

/** What the door answers Dev where the room is full. */
export const hallAnswer = (role: Role = "listener", seatId = "hall-seat"): JoinAnswer => {
  const seat = { ...seatOfDev(role, seatId), roomId: "hall" };
  return { ...doorAnswer(), room: hallOfAda(), seat, mine: { ...NOTHING_MINE, seat } };
};

/** What the door answers Dev. */
export const doorAnswer = (role: Role = "listener", seatId = "seat"): JoinAnswer => ({
  room: roomOfAda(),
  seat: seatOfDev(role, seatId),
  mine: { ...NOTHING_MINE, seat: seatOfDev(role, seatId) },
  media: { url: "ws://127.0.0.1:7880", token: "token" },
});
