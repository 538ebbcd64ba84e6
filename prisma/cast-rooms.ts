import type { RoomKind } from "@/lib/domain/rooms/room";

/** A recurring programme of the cast. `hosts` by handle. */
export type CastShow = { slug: string; title: string; description: string; language: string; hosts: string[] };

/**
 * A room of the cast. Rooms without people end by themselves, so nothing is live that nobody is in: `at` says on which day
 * from the start, and at what time of it (UTC), the room is announced for; the demo room alone is live.
 */
export type CastRoom = {
  /** Names the room for good, so that a second seed finds it. */
  key: string;
  title: string;
  description: string;
  topics: string[];
  language: string;
  kind: RoomKind;
  host: string;
  show?: string;
  /** The handle of the club that it is a room of. */
  club?: string;
  /** Handles of those who may come into a closed room. */
  invited?: string[];
  at: { inDays: number; hour: number; minute: number };
};

export const CAST_SHOWS: readonly CastShow[] = [
  {
    slug: "night-trains",
    title: "Night Trains",
    description: "One line, one night, one guest who took it. Questions from the corridor.",
    language: "en",
    hosts: ["ada", "ben"],
  },
  {
    slug: "sprechstunde",
    title: "Sprechstunde",
    description: "Amira beantwortet, was Eltern nachts googeln. Kein Ersatz für einen Besuch beim Arzt.",
    language: "de",
    hosts: ["amira"],
  },
  {
    slug: "the-long-solder",
    title: "The Long Solder",
    description: "Something broken is opened on the table, and comes back to life within the hour. Usually.",
    language: "en",
    hosts: ["mika", "ravi"],
  },
  {
    slug: "lokalteil",
    title: "Lokalteil",
    description: "Was diese Woche im Gemeinderat geschah und warum es jemanden kümmern sollte.",
    language: "de",
    hosts: ["jonas"],
  },
];

/** The rooms in which the relay lets voices of the cast talk, for as long as this instance runs. */
export const DEMO_ROOMS = [
  {
    host: "vera",
    stage: ["vera", "milan"],
    title: "What is this place? Vera and Milan show you around",
    description: "Two voices that never tire. Listen, look at the hall, raise a hand, leave when you like.",
    topics: ["plenum", "newcomers"],
    language: "en",
  },
] as const;

export const CAST_ROOMS: readonly CastRoom[] = [
  {
    key: "night-trains-vienna",
    title: "Vienna to Hamburg, and the man who missed it twice",
    description: "Ada and Ben on the night train that everybody says is gone. It is not.",
    topics: ["trains", "travel"],
    language: "en",
    kind: "open",
    host: "ada",
    show: "night-trains",
    club: "sleeping_car",
    at: { inDays: 0, hour: 20, minute: 0 },
  },
  {
    key: "sprechstunde-fieber",
    title: "Fieber: wann warten, wann fahren?",
    description: "Eine Stunde für alle Fragen rund ums Fieber. Bitte keine Namen von Kindern nennen.",
    topics: ["gesundheit", "eltern"],
    language: "de",
    kind: "open",
    host: "amira",
    show: "sprechstunde",
    at: { inDays: 1, hour: 18, minute: 30 },
  },
  {
    key: "long-solder-organ",
    title: "A combo organ from 1967 that only plays F sharp",
    description: "Mika opens it, Ravi reads the schematic, everybody hears it.",
    topics: ["music", "repair"],
    language: "en",
    kind: "open",
    host: "mika",
    show: "the-long-solder",
    club: "open_bench",
    at: { inDays: 1, hour: 20, minute: 0 },
  },
  {
    key: "lokalteil-schwimmbad",
    title: "Das Schwimmbad, dritter Akt",
    description: "Jonas war vier Stunden im Rathaus, damit ihr es nicht müsst.",
    topics: ["kommunalpolitik"],
    language: "de",
    kind: "open",
    host: "jonas",
    show: "lokalteil",
    at: { inDays: 2, hour: 17, minute: 0 },
  },
  {
    key: "clara-reads",
    title: "Clara liest: ein Krimi ohne Leiche",
    description: "Zwei Kapitel, danach wird geraten.",
    topics: ["bücher", "vorlesen"],
    language: "de",
    kind: "open",
    host: "clara",
    club: "leserunde",
    at: { inDays: 2, hour: 20, minute: 15 },
  },
  {
    key: "lisbon-stories",
    title: "Eléctrico 28: histórias de quem vai em pé",
    description: "Inês conta, Diego interrompe.",
    topics: ["lisboa", "histórias"],
    language: "pt",
    kind: "open",
    host: "ines",
    at: { inDays: 3, hour: 19, minute: 0 },
  },
  {
    key: "maintainers-evening",
    title: "Maintainers' evening: how we say no",
    description: "For people whom Ravi follows, and who have closed an issue today.",
    topics: ["open source"],
    language: "en",
    kind: "social",
    host: "ravi",
    at: { inDays: 3, hour: 21, minute: 0 },
  },
  {
    key: "night-trains-planning",
    title: "Night Trains: what we do next season",
    description: "Among ourselves.",
    topics: ["planning"],
    language: "en",
    kind: "closed",
    host: "ada",
    show: "night-trains",
    invited: ["ben", "cleo"],
    at: { inDays: 4, hour: 18, minute: 0 },
  },
];

/** From which room of whose Eve is banned, and by whom. */
export const CAST_BAN = {
  room: "night-trains-vienna",
  person: "eve",
  by: "ben",
  reason: "Talked over three people, twice after a warning.",
} as const;
