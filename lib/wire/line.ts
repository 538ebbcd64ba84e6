/**
 * A place in line, as the door tells it with status 202. Whoever sends `token` with the same request after `pollAfterMs`
 * keeps the place and hears how it stands; not asking for thirty seconds gives it up. A person has one place a family,
 * whatever page asks.
 */
export type TicketView = {
  token: string;
  /** 1 is next. */
  place: number;
  /** All who wait. */
  waiting: number;
  /** Null where nobody can tell, since nothing moves. */
  estimateSeconds: number | null;
  pollAfterMs: number;
};

/** The door's answer to somebody who has to wait their turn. */
export type WaitAnswer = { ticket: TicketView };
