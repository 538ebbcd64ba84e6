import type { MediaConnection, MediaRights } from "@/lib/domain/seats/seat";

/** The media server's room of a channel: one for each hall and language that somebody listens to. Source: mechanics, languages. */
export const channelRoom = (hallId: string, language: string): string => `${hallId}:${language}`;

/** Which hall and language a channel's room is for; null for the name of any other room. */
export function readChannelRoom(name: string): { hallId: string; language: string } | null {
  const [hallId, language, ...rest] = name.split(":");
  return hallId && language && rest.length === 0 ? { hallId, language } : null;
}

/** What somebody may do in a channel's room; a relay's rights are its token's. */
export type ChannelRight = "listen" | "speak" | "relay";

/** What decides that, about one identity in the channel of one hall. */
export type ChannelFacts = {
  /** The hall is live. */
  live: boolean;
  /** It is the main hall: only there interpreters speak. */
  main: boolean;
  /** An open seat in this very hall; an open seat anywhere in its family. */
  seatHere: boolean;
  seatInFamily: boolean;
  /** Assigned to this language. */
  interprets: boolean;
  /** The family's relay, whose lease holds. */
  relays: boolean;
};

/**
 * What this identity may do there; null: be in it at all. Pure. The interpreter's sound comes from the main hall's channel
 * and is carried on into the others, so nobody but the relay speaks there. Source: mechanics, languages.
 */
export function channelRight({
  live,
  main,
  seatHere,
  seatInFamily,
  interprets,
  relays,
}: ChannelFacts): ChannelRight | null {
  if (!live) return null;
  if (relays) return "relay";
  if (main && interprets && seatInFamily) return "speak";
  return seatHere ? "listen" : null;
}

/** What the media server must let somebody do in a channel's room. */
export const channelMediaRights = (right: Exclude<ChannelRight, "relay">): MediaRights =>
  right === "speak" ? { publish: true, hidden: false } : { publish: false, hidden: true };

/**
 * What is to be done about a connection to a channel's room. `remove` also where somebody who spoke may only listen now:
 * a connection that was seen cannot be hidden again (livekit.md, presence); their browser connects anew.
 */
export function judgeInChannel(connection: MediaConnection, right: ChannelRight | null): "leave" | "apply" | "remove" {
  if (right === null) return "remove";
  // Its token says what it may do; only the lease that stands behind it, and that it is a process of ours, are ours to judge.
  if (right === "relay") return connection.agent ? "leave" : "remove";
  const { publish, hidden } = channelMediaRights(right);
  const { rights, usual } = connection;
  if (right === "listen" && !rights.hidden) return "remove";
  return usual && rights.publish === publish && rights.hidden === hidden ? "leave" : "apply";
}
