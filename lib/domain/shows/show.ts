export const SHOW_ROLES = ["host", "cohost"] as const;
/** What somebody is for a show, or for one episode. */
export type ShowRole = (typeof SHOW_ROLES)[number];

/** So many of a show's next episodes are rooms, which can be changed one by one; those after them follow from its rhythm. */
export const EPISODES_AHEAD = 8;

/** Whoever leads so many shows founds no other. */
export const MAX_SHOWS_LED = 50;

/** Hosts and cohosts of one show, and of one episode. */
export const MAX_SHOW_HOSTS = 12;

/** The shortest and the longest that an episode can be meant to last. */
export const EPISODE_MINUTES = { least: 5, most: 12 * 60 } as const;

/** From then on before its hour an episode's hosts, guests and interpreters meet behind its stage. Source: behaviours 37. */
export const BACKSTAGE_BEFORE_MS = 30 * 60_000;

/** An episode whose host is not there so long after its hour is led by a cohost who is, or is called off. */
export const HOST_AWAITED_MS = 5 * 60_000;

/** Episodes to come that one person has planned by hand. */
export const MAX_EPISODES_BY_HAND = 100;
