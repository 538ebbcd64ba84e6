import { expect, it } from "vitest";
import { canWithShow, SHOW_ACTIONS } from "@/lib/domain/shows/show-permissions";

/** What a host, a cohost, and everybody else may do. */
const GRID = {
  readPlan: [true, true, false],
  editShow: [true, true, false],
  publishShow: [true, false, false],
  endShow: [true, false, false],
  changeHosts: [true, false, false],
  planEpisode: [true, true, false],
  editEpisode: [true, true, false],
  publishEpisode: [true, true, false],
  cancelEpisode: [true, true, false],
  inviteGuest: [true, true, false],
  enterBackstage: [true, true, false],
  goLive: [true, true, false],
  readFigures: [true, true, false],
};

it("is the table of hosts and cohosts", () => {
  const asked = SHOW_ACTIONS.map((action) => [
    action,
    (["host", "cohost", null] as const).map((role) => canWithShow(role, action)),
  ]);
  expect(Object.fromEntries(asked)).toEqual(GRID);
});
