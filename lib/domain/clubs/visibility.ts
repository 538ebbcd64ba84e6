/** What decides whether somebody may know of a club. */
export type ClubVisibilityFacts = {
  closed: boolean;
  /** Between them and its founder, one has blocked the other. */
  founderBlocked: boolean;
};

/** Whether somebody may know of a club: its page, lists, search and counts alike. It is its founder's as a room is its host's. */
export const seesClub = ({ closed, founderBlocked }: ClubVisibilityFacts): boolean => !closed && !founderBlocked;
