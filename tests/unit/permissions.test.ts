import { describe, expect, it } from "vitest";
import { ACTIONS, type Action, can } from "@/lib/domain/permissions";
import { ROLES, type Role } from "@/lib/domain/roles";

/** Who may do what, written out once more: yes, no (`-`), to oneself only, or to people of these ranks. */
const GRID: Record<Action, Record<Role, string>> = {
  raiseHand: { host: "-", moderator: "-", speaker: "-", listener: "self" },
  lowerOwnHand: { host: "-", moderator: "-", speaker: "-", listener: "self" },
  answerHand: { host: "yes", moderator: "yes", speaker: "-", listener: "-" },
  offerStage: { host: "moderator speaker listener", moderator: "speaker listener", speaker: "-", listener: "-" },
  answerOffer: { host: "-", moderator: "-", speaker: "self", listener: "self" },
  stepDown: { host: "-", moderator: "self", speaker: "self", listener: "-" },
  moveToAudience: { host: "moderator speaker listener", moderator: "speaker listener", speaker: "-", listener: "-" },
  mute: { host: "moderator speaker listener", moderator: "speaker listener", speaker: "-", listener: "-" },
  unmuteSelf: { host: "self", moderator: "self", speaker: "self", listener: "-" },
  remove: { host: "moderator speaker listener", moderator: "speaker listener", speaker: "-", listener: "-" },
  liftBan: { host: "yes", moderator: "yes", speaker: "-", listener: "-" },
  makeModerator: { host: "moderator speaker listener", moderator: "speaker listener", speaker: "-", listener: "-" },
  unmakeModerator: { host: "moderator speaker listener", moderator: "-", speaker: "-", listener: "-" },
  invite: { host: "yes", moderator: "yes", speaker: "-", listener: "-" },
  editRoom: { host: "yes", moderator: "yes", speaker: "-", listener: "-" },
  endRoom: { host: "yes", moderator: "-", speaker: "-", listener: "-" },
  readHands: { host: "yes", moderator: "yes", speaker: "-", listener: "-" },
  readLog: { host: "yes", moderator: "yes", speaker: "-", listener: "-" },
};

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
