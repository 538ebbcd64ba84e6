import type { ShowRole } from "./show";

/**
 * The one table of what a host and a cohost may do with their show and its episodes, in that order. What one may do in the room once one
 * sits there is the rooms' own table (lib/domain/permissions.ts). Pages hide with it, commands judge with it,
 * tests/unit/shows/show-permissions.test.ts repeats it as a literal grid.
 */
const TABLE = {
  readPlan: [true, true],
  editShow: [true, true],
  publishShow: [true, false],
  endShow: [true, false],
  changeHosts: [true, false],
  planEpisode: [true, true],
  editEpisode: [true, true],
  publishEpisode: [true, true],
  cancelEpisode: [true, true],
  inviteGuest: [true, true],
  enterBackstage: [true, true],
  goLive: [true, true],
  readFigures: [true, true],
} as const satisfies Record<string, readonly [host: boolean, cohost: boolean]>;

export type ShowAction = keyof typeof TABLE;

export const SHOW_ACTIONS = Object.keys(TABLE) as ShowAction[];

/** Whether somebody may do `action` with a show or an episode. `role`: null for whoever leads it not. */
export const canWithShow = (role: ShowRole | null, action: ShowAction): boolean =>
  role !== null && TABLE[action][role === "host" ? 0 : 1];
