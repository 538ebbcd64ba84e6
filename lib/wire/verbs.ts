import type { ClubAction } from "@/lib/domain/clubs/club-permissions";
import type { Action } from "@/lib/domain/permissions";
import type { ShowAction } from "@/lib/domain/shows/show-permissions";
import type { Api } from "@/lib/wire/api";
import type { RoomHappening } from "@/lib/wire/rooms/announcements";

/**
 * One act. `permission`: null where no role decides. `client`: the file in lib/client whose function of the same name asks
 * it; null where the one component that asks it calls the operation itself. `events`: what a room is told of it.
 */
export type Verb = readonly [
  operation: keyof Api,
  permission: Action | ClubAction | ShowAction | null,
  client: string | null,
  events: readonly RoomHappening["type"][],
];

/**
 * Every act, under the one name that it has from the button to the command: `VERBS.stage.offerStage` is the command
 * `offerStage` in lib/server/commands/stage/offer-stage.ts. tests/verbs.test.ts holds the sources to this table.
 */
export const VERBS = {
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
  chat: {
    writeChat: ["POST /api/rooms/:roomId/chat", "writeChat", "chat-api", []],
    deleteMessage: ["DELETE /api/rooms/:roomId/chat/:number", "deleteMessage", "chat-api", ["line_deleted"]],
    removeFromChat: ["PUT /api/rooms/:roomId/chat/bans/:personId", "removeFromChat", "chat-api", ["removed_from_chat"]],
    letBackIntoChat: [
      "DELETE /api/rooms/:roomId/chat/bans/:personId",
      "removeFromChat",
      "chat-api",
      ["let_back_into_chat"],
    ],
    react: ["POST /api/rooms/:roomId/reactions", "react", "reactions", []],
  },
  clubs: {
    createClub: ["POST /api/clubs", null, "clubs-api", []],
    editClub: ["PATCH /api/clubs/:clubId", "editClub", "clubs-api", []],
    closeClub: ["DELETE /api/clubs/:clubId", "closeClub", "clubs-api", []],
    joinClub: ["POST /api/clubs/:clubId/membership", null, "clubs-api", []],
    leaveClub: ["DELETE /api/clubs/:clubId/membership", "leaveClub", "clubs-api", []],
    askToJoin: ["POST /api/clubs/:clubId/request", null, "clubs-api", []],
    withdrawRequest: ["DELETE /api/clubs/:clubId/request", null, "clubs-api", []],
    approveRequest: ["PUT /api/clubs/:clubId/requests/:personId", "answerRequest", "clubs-api", []],
    refuseRequest: ["DELETE /api/clubs/:clubId/requests/:personId", "answerRequest", "clubs-api", []],
    inviteToClub: ["POST /api/clubs/:clubId/invitations", "inviteToClub", "clubs-api", []],
    withdrawInvitation: ["DELETE /api/clubs/:clubId/invitations/:personId", "inviteToClub", "clubs-api", []],
    declineInvitation: ["DELETE /api/clubs/:clubId/invitation", null, "clubs-api", []],
    removeMember: ["DELETE /api/clubs/:clubId/members/:personId", "removeMember", "clubs-api", []],
    changeMemberRole: ["PATCH /api/clubs/:clubId/members/:personId", "makeAdmin", "clubs-api", []],
    passOnClub: ["PUT /api/clubs/:clubId/founder", "passOnClub", "clubs-api", []],
  },
  family: {
    sendNotice: ["POST /api/rooms/:roomId/family-line", "sendNotice", "family-api", ["family_line"]],
    leadHall: ["POST /api/rooms/:roomId/leader", "leadHall", "family-api", []],
    openLanguageHall: ["POST /api/rooms/:roomId/overflow", "assignInterpreter", "family-api", ["language_hall_opened"]],
    sendToHall: ["POST /api/rooms/:roomId/people/:personId/seat-offer", "sendToHall", "family-api", ["sent_to_hall"]],
    withdrawSeatOffer: ["DELETE /api/rooms/:roomId/people/:personId/seat-offer", "sendToHall", "family-api", []],
    takeOfferedSeat: ["POST /api/rooms/:roomId/seat-offer", null, "family-api", []],
    declineSeatOffer: ["DELETE /api/rooms/:roomId/seat-offer", null, "family-api", []],
    visitHall: ["POST /api/rooms/:roomId/visit", "visitHall", "family-api", []],
    endVisit: ["DELETE /api/rooms/:roomId/visit", null, "family-api", []],
  },
  guests: {
    inviteGuest: ["POST /api/rooms/:roomId/guests", "inviteGuest", "guests-api", []],
    editGuest: ["PATCH /api/rooms/:roomId/guests/:guestId", "inviteGuest", "guests-api", []],
    revokeGuest: ["DELETE /api/rooms/:roomId/guests/:guestId", "inviteGuest", "guests-api", []],
    mailGuestLink: ["POST /api/rooms/:roomId/guests/:guestId/mail", "inviteGuest", "guests-api", []],
    replaceGuestLink: ["POST /api/rooms/:roomId/guests/:guestId/link", "inviteGuest", "guests-api", []],
    answerGuestClaim: ["PUT /api/rooms/:roomId/guests/:guestId/claim", "inviteGuest", "guests-api", []],
    answerGuestInvitation: ["POST /api/guests/answer", null, "guests-api", []],
    claimGuestInvitation: ["POST /api/guests/claim", null, "guests-api", []],
  },
  hallway: {
    hideRoom: ["PUT /api/rooms/:roomId/hidden", null, "hallway-api", []],
    showRoomAgain: ["DELETE /api/rooms/:roomId/hidden", null, "hallway-api", []],
  },
  hands: {
    raiseHand: ["POST /api/rooms/:roomId/hand", "raiseHand", "api", ["hand_raised"]],
    lowerHand: ["DELETE /api/rooms/:roomId/hand", "lowerHand", "api", ["hand_lowered"]],
    declineHand: ["DELETE /api/rooms/:roomId/hands/:personId", "answerHand", "api", ["hand_lowered"]],
    lowerAllHands: ["DELETE /api/rooms/:roomId/hands", "answerHand", "hands-api", ["hands_lowered"]],
    pickHand: ["PUT /api/rooms/:roomId/hands/:personId/pick", "pickHand", "hands-api", []],
    unpickHand: ["DELETE /api/rooms/:roomId/hands/:personId/pick", "pickHand", "hands-api", []],
  },
  interpreting: {
    joinChannel: ["POST /api/rooms/:roomId/channels/:language", null, "interpreting-api", []],
    rateLanguage: ["PUT /api/rooms/:roomId/ratings/:language", null, "interpreting-api", []],
    takeAir: ["POST /api/rooms/:roomId/interpreters/:personId/on-air", null, "interpreting-api", []],
    leaveAir: ["DELETE /api/rooms/:roomId/interpreters/:personId/on-air", null, "interpreting-api", []],
    turnToStage: ["POST /api/rooms/:roomId/interpreters/:personId/to-stage", null, "interpreting-api", []],
    turnToBooth: ["DELETE /api/rooms/:roomId/interpreters/:personId/to-stage", null, "interpreting-api", []],
    chooseSource: ["PATCH /api/rooms/:roomId/interpreters/:personId", null, "interpreting-api", []],
    assignInterpreter: [
      "PUT /api/rooms/:roomId/interpreters/:personId",
      "assignInterpreter",
      "interpreting-api",
      ["interpreter_assigned", "interpreters_changed"],
    ],
    endInterpreter: [
      "DELETE /api/rooms/:roomId/interpreters/:personId",
      "assignInterpreter",
      "interpreting-api",
      ["interpreter_ended", "interpreters_changed"],
    ],
  },
  "invite-codes": {
    makeInviteCode: ["POST /api/me/invite-codes", null, null, []],
    revokeInviteCode: ["DELETE /api/me/invite-codes/:codeId", null, null, []],
  },
  invites: {
    invite: ["POST /api/rooms/:roomId/invitations", "invite", null, []],
    makeInviteLink: ["POST /api/rooms/:roomId/invite-links", "inviteByLink", "invite-links-api", ["invite_link_made"]],
    revokeInviteLink: [
      "DELETE /api/rooms/:roomId/invite-links/:linkId",
      "inviteByLink",
      "invite-links-api",
      ["invite_link_revoked"],
    ],
    useInviteLink: ["POST /api/rooms/:roomId/invite-links/uses", null, null, []],
    pingPerson: ["POST /api/rooms/:roomId/pings", "pingPerson", "pings-api", ["called_in"]],
    seePing: ["DELETE /api/me/pings/:roomId", null, "pings-api", []],
  },
  moderation: {
    removePerson: ["PUT /api/rooms/:roomId/bans/:personId", "removePerson", "api", ["removed"]],
    liftBan: ["DELETE /api/rooms/:roomId/bans/:personId", "liftBan", "moderation-api", ["ban_lifted"]],
  },
  notifications: {
    seeNotifications: ["POST /api/me/notifications/seen", null, "notifications-api", []],
    changeNotifications: ["PATCH /api/me/notifications/settings", null, "notifications-api", []],
    muteNotifications: ["PUT /api/me/notification-mutes/:personId", null, "notifications-api", []],
    subscribeToPush: ["PUT /api/me/push-subscriptions", null, "push-api", []],
    unsubscribeFromPush: ["DELETE /api/me/push-subscriptions", null, "push-api", []],
    unsubscribeFromMail: ["POST /api/unsubscribe/:key", null, "notifications-api", []],
    unmuteNotifications: ["DELETE /api/me/notification-mutes/:personId", null, "notifications-api", []],
  },
  onboarding: {
    endWelcome: ["DELETE /api/me/welcome", null, null, []],
  },
  people: {
    confirmName: ["POST /api/me/name", null, null, []],
    editProfile: ["PATCH /api/me", null, null, []],
    setPortrait: ["PUT /api/me/portrait", null, null, []],
    removePortrait: ["DELETE /api/me/portrait", null, null, []],
    followPerson: ["POST /api/people/:personId/follow", null, null, []],
    unfollowPerson: ["DELETE /api/people/:personId/follow", null, null, []],
    blockPerson: ["POST /api/people/:personId/block", null, null, []],
    unblockPerson: ["DELETE /api/people/:personId/block", null, null, []],
  },
  reminders: {
    attendEpisode: ["PUT /api/rooms/:roomId/attendance", null, "reminders-api", []],
    unattendEpisode: ["DELETE /api/rooms/:roomId/attendance", null, "reminders-api", []],
    askForEpisodeMail: ["POST /api/rooms/:roomId/mail-reminders", null, "reminders-api", []],
    followShow: ["POST /api/shows/:showId/follow", null, "reminders-api", []],
    unfollowShow: ["DELETE /api/shows/:showId/follow", null, "reminders-api", []],
    askForShowMail: ["POST /api/shows/:showId/mail-reminders", null, "reminders-api", []],
    confirmMailReminder: ["POST /api/mail-reminders/confirmations/:secret", null, "reminders-api", []],
    endMailReminders: ["POST /api/mail-reminders/:key", null, "reminders-api", []],
    makeCalendarKey: ["PUT /api/me/calendar-key", null, "reminders-api", []],
    endCalendarKey: ["DELETE /api/me/calendar-key", null, "reminders-api", []],
  },
  recording: {
    startRecording: ["POST /api/rooms/:roomId/recording", "recordRoom", "recording-api", ["recording_started"]],
    stopRecording: ["DELETE /api/rooms/:roomId/recording", "recordRoom", "recording-api", ["recording_stopped"]],
    answerRecording: ["PUT /api/rooms/:roomId/recording/answer", null, "recording-api", ["recording_answered"]],
    changeRecording: ["PATCH /api/rooms/:roomId/recordings/:recordingId", null, "recording-api", []],
    deleteRecording: [
      "DELETE /api/rooms/:roomId/recordings/:recordingId",
      null,
      "recording-api",
      ["recording_stopped"],
    ],
  },
  rooms: {
    createRoom: ["POST /api/rooms", null, "open-room", []],
    editRoom: ["PATCH /api/rooms/:roomId", "editRoom", null, ["room_edited"]],
    goLive: ["POST /api/rooms/:roomId/live", "goLive", "api", ["room_edited"]],
    endRoom: ["DELETE /api/rooms/:roomId", "endRoom", "moderation-api", ["hall_closed", "room_ended"]],
    pinLink: ["PUT /api/rooms/:roomId/pinned-link", "pinLink", null, ["link_pinned"]],
    unpinLink: ["DELETE /api/rooms/:roomId/pinned-link", "pinLink", null, ["link_unpinned"]],
  },
  seats: {
    becomeGuest: ["POST /api/rooms/:roomId/guest", null, "page-guest", []],
    takeSeat: ["POST /api/rooms/:roomId/seat", null, "api", []],
    leaveSeat: ["DELETE /api/rooms/:roomId/seat", null, "api", []],
    sayGoodbye: ["POST /api/rooms/:roomId/seat/goodbye", null, null, []],
  },
  "sign-in": {
    askForCode: ["POST /api/sign-in/codes", null, null, []],
    bringInviteCode: ["POST /api/sign-in/invite-code", null, null, []],
    signInWithCode: ["POST /api/sessions", null, null, []],
    signInWithProvider: ["POST /api/sign-in/providers/:provider", null, null, []],
    signInAsCast: ["POST /api/cast/:handle/session", null, null, []],
    signOut: ["DELETE /api/sessions", null, null, []],
    createAccessToken: ["POST /api/access-tokens", null, null, []],
    revokeAccessToken: ["DELETE /api/access-tokens/:tokenId", null, null, []],
  },
  stage: {
    offerStage: ["POST /api/rooms/:roomId/offers/:personId", "offerStage", "api", ["offer_made", "offer_opened"]],
    withdrawOffer: ["DELETE /api/rooms/:roomId/offers/:personId", "offerStage", "api", ["offer_closed"]],
    acceptOffer: ["POST /api/rooms/:roomId/offer", "answerOffer", "api", ["stage_joined"]],
    declineOffer: ["DELETE /api/rooms/:roomId/offer", "answerOffer", "api", ["offer_closed"]],
    moveToAudience: ["DELETE /api/rooms/:roomId/stage/:personId", "moveToAudience", "api", ["stage_left"]],
    changeRole: ["PATCH /api/rooms/:roomId/stage/:personId", "makeModerator", "api", ["role_changed"]],
    mute: ["POST /api/rooms/:roomId/stage/:personId/mute", "mute", "api", ["microphone_cut"]],
    unmuteSelf: ["DELETE /api/rooms/:roomId/stage/:personId/mute", "unmuteSelf", "api", ["microphone_returned"]],
    muteAll: [
      "POST /api/rooms/:roomId/stage/mute",
      "muteAll",
      "moderation-api",
      ["all_muted", "microphone_cut", "room_edited"],
    ],
    unlockMicrophones: ["DELETE /api/rooms/:roomId/stage/mute", "muteAll", "moderation-api", ["room_edited"]],
    handOver: ["POST /api/rooms/:roomId/host", "handOver", "moderation-api", ["role_changed", "handed_over"]],
  },
  suggestions: {
    dismissSuggestion: ["DELETE /api/me/suggestions/:personId", null, "hallway-api", []],
    suggestAgain: ["PUT /api/me/suggestions/:personId", null, "hallway-api", []],
  },
} as const satisfies Record<string, Record<string, Verb>>;
