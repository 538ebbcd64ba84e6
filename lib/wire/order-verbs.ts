import type { Verb } from "./verb";

/** Acts about accounts, and by those who keep order: a part of VERBS (verbs.ts). */
export const ORDER_VERBS = {
  account: {
    giveUpAccount: ["DELETE /api/me", null, null, []],
    keepAccount: ["PUT /api/me", null, null, []],
    endSession: ["DELETE /api/me/sessions/:sessionId", null, null, []],
    endOtherSessions: ["DELETE /api/me/sessions", null, null, []],
    askForAddressCode: ["POST /api/me/address/codes", null, null, []],
    changeAddress: ["PUT /api/me/address", null, null, []],
    unlinkProvider: ["DELETE /api/me/providers/:provider", null, null, []],
    askForExport: ["POST /api/me/exports", null, null, []],
  },
  admin: {
    banFromInstance: ["PUT /api/admin/bans/:personId", null, null, []],
    liftInstanceBan: ["DELETE /api/admin/bans/:personId", null, null, []],
    endRoomAsAdmin: ["DELETE /api/admin/rooms/:roomId", null, null, []],
  },
  reports: {
    fileReport: ["POST /api/reports", null, null, []],
    takeCase: ["PUT /api/admin/reports/:caseId/assignee", null, null, []],
    noteCase: ["POST /api/admin/reports/:caseId/notes", null, null, []],
    decideCase: ["PUT /api/admin/reports/:caseId/decision", null, null, []],
    appealDecision: ["POST /api/decisions/:key/appeal", null, null, []],
    decideAppeal: ["PUT /api/admin/reports/:caseId/appeals/:appealId", null, null, []],
  },
} as const satisfies Record<string, Record<string, Verb>>;
