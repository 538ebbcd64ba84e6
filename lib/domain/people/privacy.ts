/** Who sees in which room somebody is. `followed`: people whom they follow. */
export const WHEREABOUTS = ["everyone", "followed", "nobody"] as const;

export type Whereabouts = (typeof WHEREABOUTS)[number];

/** What decides how much somebody who may know of a member sees of them. */
export type PrivacyFacts = {
  /** They show themselves only to people whom they follow. */
  protected: boolean;
  whereabouts: Whereabouts;
  /** They follow whoever looks. */
  followsViewer: boolean;
  isSelf: boolean;
};

/**
 * Whether somebody sees the whole profile: words, links, lists, shows, rooms. All others see who it is and the numbers.
 * Source: behaviours 30.
 */
export const seesWholeProfile = (facts: Omit<PrivacyFacts, "whereabouts">): boolean =>
  facts.isSelf || !facts.protected || facts.followsViewer;

/** Whether somebody is told outside of rooms where a member is now. In the room itself everyone sees everyone. Source: behaviours 31. */
export const seesWhereabouts = (facts: PrivacyFacts): boolean =>
  facts.isSelf ||
  (seesWholeProfile(facts) &&
    (facts.whereabouts === "everyone" || (facts.whereabouts === "followed" && facts.followsViewer)));
