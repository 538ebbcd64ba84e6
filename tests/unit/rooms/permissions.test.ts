import { describe, expect, it } from "vitest";
import { ACTIONS, can } from "@/lib/domain/permissions";
import { ROLES } from "@/lib/domain/roles";
import { GRID, ONLY_FROM_MAIN } from "@/tests/support/permission-grid";

describe.each(ACTIONS)("%s", (action) => {
  it.each(ROLES)("by a %s", (role) => {
    const actor = { personId: "actor", role };
    const written = GRID[action][role];
    expect(can(actor, action)).toBe(written !== "-");
    expect(can(actor, action, actor)).toBe(written === "self" || written === "yes");
    for (const other of ROLES) {
      const may = written === "yes" || written.split(" ").includes(other);
      expect(can(actor, action, { personId: "other", role: other })).toBe(may);
    }
  });
});

describe("in another room of the family", () => {
  const other = { personId: "other", role: "host" as const };
  it.each(["host", "moderator"] as const)(
    "a %s of the main room acts in an overflow room like its host there",
    (role) => {
      const actor = { personId: "actor", role };
      expect(can({ ...actor, scope: "main" }, "removePerson", other)).toBe(true);
      expect(can({ ...actor, scope: "main" }, "mute", other)).toBe(true);
    },
  );

  it.each(["host", "moderator"] as const)("a %s of the main room visits and closes its overflow rooms", (role) => {
    const own = { personId: "actor", role };
    const more = ACTIONS.filter((action) => can({ ...own, scope: "main" }, action) && !can(own, action));
    expect(more).toEqual(ONLY_FROM_MAIN);
  });

  it.each(["host", "moderator"] as const)("a %s of an overflow room only reads the main room's queue", (role) => {
    const allowed = ACTIONS.filter((action) => can({ personId: "actor", role, scope: "overflow" }, action));
    expect(allowed).toEqual(["readHands"]);
  });

  it.each(["speaker", "listener"] as const)("a %s may do nothing", (role) => {
    for (const scope of ["main", "overflow"] as const) {
      expect(ACTIONS.filter((action) => can({ personId: "actor", role, scope }, action))).toEqual([]);
    }
  });
});
