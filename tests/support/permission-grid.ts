import type { Action } from "@/lib/domain/permissions";
import type { Role } from "@/lib/domain/roles";

/** Who may do what, written out once more: yes, no (`-`), to oneself only, or to people of these ranks. */
export const GRID: Record<Action, Record<Role, string>> = {
  raiseHand: { host: "-", moderator: "-", speaker: "-", listener: "self" },
  lowerHand: { host: "-", moderator: "-", speaker: "-", listener: "self" },
  answerHand: { host: "yes", moderator: "yes", speaker: "-", listener: "-" },
  pickHand: { host: "yes", moderator: "yes", speaker: "-", listener: "-" },
  offerStage: { host: "moderator speaker listener", moderator: "speaker listener", speaker: "-", listener: "-" },
  answerOffer: { host: "-", moderator: "-", speaker: "self", listener: "self" },
  stepDown: { host: "-", moderator: "self", speaker: "self", listener: "-" },
  moveToAudience: { host: "moderator speaker listener", moderator: "speaker listener", speaker: "-", listener: "-" },
  mute: { host: "moderator speaker listener", moderator: "speaker listener", speaker: "-", listener: "-" },
  unmuteSelf: { host: "self", moderator: "self", speaker: "self", listener: "-" },
  removePerson: { host: "moderator speaker listener", moderator: "speaker listener", speaker: "-", listener: "-" },
  liftBan: { host: "yes", moderator: "yes", speaker: "-", listener: "-" },
  makeModerator: { host: "moderator speaker listener", moderator: "speaker listener", speaker: "-", listener: "-" },
  unmakeModerator: { host: "moderator speaker listener", moderator: "-", speaker: "-", listener: "-" },
  invite: { host: "yes", moderator: "yes", speaker: "-", listener: "-" },
  editRoom: { host: "yes", moderator: "yes", speaker: "-", listener: "-" },
  endRoom: { host: "yes", moderator: "-", speaker: "-", listener: "-" },
  readHands: { host: "yes", moderator: "yes", speaker: "-", listener: "-" },
  readLog: { host: "yes", moderator: "yes", speaker: "-", listener: "-" },
  muteAll: { host: "yes", moderator: "yes", speaker: "-", listener: "-" },
  handOver: { host: "moderator speaker listener", moderator: "-", speaker: "-", listener: "-" },
  pingPerson: { host: "yes", moderator: "yes", speaker: "yes", listener: "yes" },
  inviteByLink: { host: "yes", moderator: "yes", speaker: "-", listener: "-" },
  pinLink: { host: "yes", moderator: "yes", speaker: "-", listener: "-" },
  writeChat: { host: "yes", moderator: "yes", speaker: "yes", listener: "yes" },
  react: { host: "yes", moderator: "yes", speaker: "yes", listener: "yes" },
  deleteOwnMessage: { host: "self", moderator: "self", speaker: "self", listener: "self" },
  deleteMessage: { host: "yes", moderator: "yes", speaker: "-", listener: "-" },
  removeFromChat: { host: "moderator speaker listener", moderator: "speaker listener", speaker: "-", listener: "-" },
  useModeratorsChannel: { host: "yes", moderator: "yes", speaker: "-", listener: "-" },
  assignInterpreter: { host: "yes", moderator: "yes", speaker: "-", listener: "-" },
  leadHall: { host: "-", moderator: "-", speaker: "self", listener: "self" },
  readHalls: { host: "yes", moderator: "yes", speaker: "-", listener: "-" },
  visitHall: { host: "-", moderator: "-", speaker: "-", listener: "-" },
  closeHall: { host: "-", moderator: "-", speaker: "-", listener: "-" },
  sendToHall: { host: "yes", moderator: "yes", speaker: "-", listener: "-" },
  sendNotice: { host: "yes", moderator: "yes", speaker: "-", listener: "-" },
  recordRoom: { host: "yes", moderator: "-", speaker: "-", listener: "-" },
};

/** What leading the main room is good for in an overflow room and nobody's own seat there is. */
export const ONLY_FROM_MAIN: readonly Action[] = ["visitHall", "closeHall"];
