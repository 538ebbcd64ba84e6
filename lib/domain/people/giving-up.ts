/** How long an account that was given up can be kept after all. Source: issue 14, settings; behaviours 40. */
export const GRACE_DAYS = 7;

const DAY_MS = 24 * 60 * 60 * 1_000;

/** Until when somebody who gave their account up then can keep it. */
export const keepableUntil = (givenUpAt: Date): Date => new Date(givenUpAt.getTime() + GRACE_DAYS * DAY_MS);
