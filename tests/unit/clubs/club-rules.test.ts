import { describe, expect, it } from "vitest";
import { CLUB_ROLES, type ClubRole } from "@/lib/domain/clubs/club";
import { isReservedClubHandle } from "@/lib/domain/clubs/club-handle";
import { CLUB_ACTIONS, type ClubAction, canInClub } from "@/lib/domain/clubs/club-permissions";
import { seesClub } from "@/lib/domain/clubs/visibility";
import { type ClubStanding, wayInto } from "@/lib/domain/clubs/way-in";

/** Who may do what, written out once more: yes, no (`-`), to oneself only, or to people of these roles. */
const GRID: Record<ClubAction, Record<ClubRole, string>> = {
  editClub: { founder: "yes", admin: "yes", member: "-" },
  closeClub: { founder: "yes", admin: "-", member: "-" },
  leaveClub: { founder: "-", admin: "self", member: "self" },
  readRequests: { founder: "yes", admin: "yes", member: "-" },
  answerRequest: { founder: "yes", admin: "yes", member: "-" },
  inviteToClub: { founder: "yes", admin: "yes", member: "-" },
  removeMember: { founder: "admin member", admin: "member", member: "-" },
  makeAdmin: { founder: "admin member", admin: "-", member: "-" },
  unmakeAdmin: { founder: "admin member", admin: "self", member: "-" },
  passOnClub: { founder: "admin member", admin: "-", member: "-" },
  openClubRoom: { founder: "yes", admin: "yes", member: "yes" },
};

describe.each(CLUB_ACTIONS)("%s", (action) => {
  it.each(CLUB_ROLES)("by a %s", (role) => {
    const actor = { personId: "actor", role };
    const written = GRID[action][role];
    expect(canInClub(actor, action)).toBe(written !== "-");
    expect(canInClub(actor, action, actor)).toBe(written === "self" || written === "yes");
    for (const other of CLUB_ROLES) {
      const may = written === "yes" || written.split(" ").includes(other);
      expect(canInClub(actor, action, { personId: "other", role: other })).toBe(may);
    }
  });

  it("is nothing for whoever is no member", () => {
    expect(canInClub({ personId: "actor", role: null }, action)).toBe(false);
  });
});

describe("the way into a club", () => {
  const stranger: ClubStanding = { admission: "open", role: null, invited: false, asked: false, removed: false };

  it.each([
    ["an open one is joined", {}, "join"],
    ["one by approval is asked", { admission: "approval" }, "ask"],
    ["who asked waits", { admission: "approval", asked: true }, "asked"],
    ["one by invitation is nobody's to ask", { admission: "invitation" }, "none"],
    ["the invited accept, whatever it is", { admission: "invitation", invited: true }, "accept"],
    ["the invited accept also where they asked", { admission: "approval", invited: true, asked: true }, "accept"],
    ["who asked joins once it is open", { asked: true }, "join"],
    ["who was removed does not join again", { removed: true }, "none"],
    ["nor asks", { admission: "approval", removed: true }, "none"],
    ["but comes back by an invitation", { removed: true, invited: true }, "accept"],
    ["members are in", { role: "member", admission: "invitation" }, "member"],
  ] as const)("%s", (_, facts, way) => {
    expect(wayInto({ ...stranger, ...facts })).toBe(way);
  });
});

it("nobody knows of a club that is closed, nor of one whose founder they have a block with", () => {
  expect(seesClub({ closed: false, founderBlocked: false })).toBe(true);
  expect(seesClub({ closed: true, founderBlocked: false })).toBe(false);
  expect(seesClub({ closed: false, founderBlocked: true })).toBe(false);
});

it.each(["new", "admin", "plenum", "moderator1", "p_l_e_n_u_m"])("no club is called @%s", (handle) => {
  expect(isReservedClubHandle(handle)).toBe(true);
  expect(isReservedClubHandle("news_room")).toBe(false);
});
