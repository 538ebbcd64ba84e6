/** Highest first. Host, moderator and speaker sit on the stage; a listener sits in the audience. */
export const ROLES = ["host", "moderator", "speaker", "listener"] as const;

export type Role = (typeof ROLES)[number];

/** Whether a seat with this role may publish sound. */
export const isOnStage = (role: Role): boolean => role !== "listener";

/** Whether a seat with this role leads its room. */
export const isLeader = (role: Role): boolean => role === "host" || role === "moderator";

/** Whether `actor` ranks above `other`. Nobody acts on their own rank or above (behaviours 18). */
export const ranksAbove = (actor: Role, other: Role): boolean => ROLES.indexOf(actor) < ROLES.indexOf(other);
