type RoomFacts = {
  title: string;
  description: string;
  language: string;
  kind: string;
  status: string;
  liveAt: string | null;
  scheduledFor: string | null;
  capacity: number;
};

/**
 * A room as search engines read it: an event that is broadcast, or one that will be. Null for a room that not everybody may know
 * of, that is over, or that has no time. Nobody on its stage is named: what people are found by is theirs to say.
 */
export function roomJsonLd(room: RoomFacts, url: string): object | null {
  const startDate = room.status === "live" ? room.liveAt : room.status === "scheduled" ? room.scheduledFor : null;
  if (room.kind !== "open" || startDate === null) return null;
  const isLive = room.status === "live";
  return {
    "@context": "https://schema.org",
    "@type": isLive ? "BroadcastEvent" : "Event",
    name: room.title,
    ...(room.description !== "" && { description: room.description }),
    url,
    image: `${url}/card.png`,
    inLanguage: room.language,
    startDate,
    ...(isLive && { isLiveBroadcast: true }),
    eventStatus: "https://schema.org/EventScheduled",
    eventAttendanceMode: "https://schema.org/OnlineEventAttendanceMode",
    location: { "@type": "VirtualLocation", url },
    maximumVirtualAttendeeCapacity: room.capacity,
    isAccessibleForFree: true,
  };
}

type PersonFacts = {
  name: string;
  handle: string | null;
  bio: string;
  languages: string[];
  joinedAt: string;
  followers: number;
};

/** A member's page as search engines read it. */
export const personJsonLd = (person: PersonFacts, url: string): object => ({
  "@context": "https://schema.org",
  "@type": "ProfilePage",
  url,
  dateCreated: person.joinedAt,
  mainEntity: {
    "@type": "Person",
    "@id": url,
    name: person.name,
    alternateName: person.handle,
    ...(person.bio !== "" && { description: person.bio }),
    url,
    image: `${url}/card.png`,
    ...(person.languages.length > 0 && { knowsLanguage: person.languages }),
    interactionStatistic: {
      "@type": "InteractionCounter",
      interactionType: "https://schema.org/FollowAction",
      userInteractionCount: person.followers,
    },
  },
});

type ClubFacts = {
  name: string;
  handle: string;
  description: string;
  languages: string[];
  createdAt: string;
  members: number;
};

/** A club's page as search engines read it. None of its members is named. */
export const clubJsonLd = (club: ClubFacts, url: string): object => ({
  "@context": "https://schema.org",
  "@type": "Organization",
  "@id": url,
  name: club.name,
  alternateName: club.handle,
  ...(club.description !== "" && { description: club.description }),
  url,
  image: `${url}/card.png`,
  foundingDate: club.createdAt,
  ...(club.languages.length > 0 && { knowsLanguage: club.languages }),
  interactionStatistic: {
    "@type": "InteractionCounter",
    interactionType: "https://schema.org/JoinAction",
    userInteractionCount: club.members,
  },
});

type ShowFacts = { title: string; description: string; language: string };

type EpisodeFacts = {
  id: string;
  title: string;
  scheduledFor: string | null;
  minutes: number;
  isDraft: boolean;
  cancelled: object | null;
};

/** A show's page as search engines read it: a series of events, with those that are to come or called off. Nobody who leads it is named. */
export const showJsonLd = (show: ShowFacts, toCome: readonly EpisodeFacts[], url: string): object => ({
  "@context": "https://schema.org",
  "@type": "EventSeries",
  "@id": url,
  name: show.title,
  ...(show.description !== "" && { description: show.description }),
  url,
  image: `${url}/card.png`,
  inLanguage: show.language,
  eventAttendanceMode: "https://schema.org/OnlineEventAttendanceMode",
  location: { "@type": "VirtualLocation", url },
  isAccessibleForFree: true,
  subEvent: toCome.flatMap(({ id, title, scheduledFor, minutes, isDraft, cancelled }) => {
    if (isDraft || scheduledFor === null) return [];
    const page = new URL(`/rooms/${id}`, url).href;
    return {
      "@type": "BroadcastEvent",
      name: title,
      url: page,
      startDate: scheduledFor,
      duration: `PT${minutes}M`,
      eventStatus: `https://schema.org/${cancelled ? "EventCancelled" : "EventScheduled"}`,
      eventAttendanceMode: "https://schema.org/OnlineEventAttendanceMode",
      location: { "@type": "VirtualLocation", url: page },
    };
  }),
});

const ESCAPES: Record<string, string> = {
  "<": "\\u003c",
  ">": "\\u003e",
  "&": "\\u0026",
  "\u2028": "\\u2028",
  "\u2029": "\\u2029",
};

/** JSON that ends no script element, whatever somebody wrote into it. */
export const scriptText = (value: object): string =>
  JSON.stringify(value).replace(/[<>&\u2028\u2029]/g, (sign) => ESCAPES[sign] ?? "");
