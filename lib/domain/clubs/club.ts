/** Who becomes a member. `open`: whoever wants. `approval`: whom its leaders let in. `invitation`: whom they invite. */
export const CLUB_ADMISSIONS = ["open", "approval", "invitation"] as const;

export type ClubAdmission = (typeof CLUB_ADMISSIONS)[number];

/** Highest first. */
export const CLUB_ROLES = ["founder", "admin", "member"] as const;

export type ClubRole = (typeof CLUB_ROLES)[number];

/** So many clubs one person may lead as their founder. */
export const MAX_CLUBS_FOUNDED = 20;
