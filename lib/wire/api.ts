// Written by scripts/openapi.mjs from what the routes say of themselves; npm run check holds it to them.
import type { z } from "zod";
import type * as accountInputs from "./account/inputs";
import type * as accountViews from "./account/views";
import type * as adminInputs from "./admin/inputs";
import type * as adminViews from "./admin/views";
import type * as chatInputs from "./chat/inputs";
import type * as chatViews from "./chat/views";
import type * as clubsInputs from "./clubs/inputs";
import type * as clubsViews from "./clubs/views";
import type * as familyInputs from "./family/inputs";
import type * as familyViews from "./family/views";
import type * as fields from "./fields";
import type * as hallwayInputs from "./hallway/inputs";
import type * as hallwayViews from "./hallway/views";
import type * as handsInputs from "./hands/inputs";
import type * as handsViews from "./hands/views";
import type * as interpretingInputs from "./interpreting/inputs";
import type * as interpretingViews from "./interpreting/views";
import type * as inviteCodesInputs from "./invite-codes/inputs";
import type * as inviteCodesViews from "./invite-codes/views";
import type * as invitesInputs from "./invites/inputs";
import type * as invitesViews from "./invites/views";
import type * as moderationInputs from "./moderation/inputs";
import type * as moderationViews from "./moderation/views";
import type * as notificationsInputs from "./notifications/inputs";
import type * as notificationsViews from "./notifications/views";
import type * as onboardingInputs from "./onboarding/inputs";
import type * as onboardingViews from "./onboarding/views";
import type * as operatingViews from "./operating/views";
import type * as peopleInputs from "./people/inputs";
import type * as peopleViews from "./people/views";
import type * as roomsInputs from "./rooms/inputs";
import type * as roomsMine from "./rooms/mine";
import type * as roomsViews from "./rooms/views";
import type * as rosterInputs from "./roster/inputs";
import type * as rosterViews from "./roster/views";
import type * as searchInputs from "./search/inputs";
import type * as searchViews from "./search/views";
import type * as seatsDoor from "./seats/door";
import type * as seatsInputs from "./seats/inputs";
import type * as seatsViews from "./seats/views";
import type * as sharingInputs from "./sharing/inputs";
import type * as sharingViews from "./sharing/views";
import type * as signInInputs from "./sign-in/inputs";
import type * as signInViews from "./sign-in/views";
import type * as stageInputs from "./stage/inputs";
import type * as stageViews from "./stage/views";
import type * as suggestionsViews from "./suggestions/views";

/** Every operation of the API: the names in its path, what stands behind the question mark, its body, and what a success answers. */
export type Api = {
  "DELETE /api/access-tokens/:tokenId": { params: { tokenId: string }; answer: z.output<typeof fields.nothing> };
  "GET /api/access-tokens": { answer: z.output<typeof signInViews.accessTokenList> };
  "POST /api/access-tokens": {
    input: z.input<typeof signInInputs.accessTokenInput>;
    answer: z.output<typeof signInViews.freshAccessToken>;
  };
  "PUT /api/admin/bans/:personId": {
    params: { personId: string };
    input: z.input<typeof adminInputs.reasonInput>;
    answer: z.output<typeof fields.nothing>;
  };
  "DELETE /api/admin/bans/:personId": { params: { personId: string }; answer: z.output<typeof fields.nothing> };
  "GET /api/admin/log": {
    asked: z.input<typeof adminInputs.adminLogInput>;
    answer: z.output<typeof adminViews.adminLogPage>;
  };
  "GET /api/admin/people": {
    asked: z.input<typeof adminInputs.adminPeopleInput>;
    answer: z.output<typeof adminViews.adminPeopleFound>;
  };
  "DELETE /api/admin/rooms/:roomId": {
    params: { roomId: string };
    input: z.input<typeof adminInputs.reasonInput>;
    answer: z.output<typeof fields.nothing>;
  };
  "GET /api/admin/rooms": { answer: z.output<typeof adminViews.adminRoomList> };
  "POST /api/cast/:handle/session": { params: { handle: string }; answer: z.output<typeof signInViews.signedIn> };
  "PUT /api/clubs/:clubId/founder": {
    params: { clubId: string };
    input: z.input<typeof clubsInputs.passOnInput>;
    answer: z.output<typeof fields.nothing>;
  };
  "DELETE /api/clubs/:clubId/invitation": {
    params: { clubId: string };
    answer: z.output<typeof clubsViews.clubStanding>;
  };
  "DELETE /api/clubs/:clubId/invitations/:personId": {
    params: { clubId: string; personId: string };
    answer: z.output<typeof fields.nothing>;
  };
  "POST /api/clubs/:clubId/invitations": {
    params: { clubId: string };
    input: z.input<typeof clubsInputs.clubInviteInput>;
    answer: z.output<typeof fields.nothing>;
  };
  "PATCH /api/clubs/:clubId/members/:personId": {
    params: { clubId: string; personId: string };
    input: z.input<typeof clubsInputs.memberRoleInput>;
    answer: z.output<typeof fields.nothing>;
  };
  "DELETE /api/clubs/:clubId/members/:personId": {
    params: { clubId: string; personId: string };
    answer: z.output<typeof fields.nothing>;
  };
  "GET /api/clubs/:clubId/members": {
    params: { clubId: string };
    asked: z.input<typeof clubsInputs.clubPageInput>;
    answer: z.output<typeof clubsViews.clubMemberPage>;
  };
  "POST /api/clubs/:clubId/membership": {
    params: { clubId: string };
    answer: z.output<typeof clubsViews.clubStanding>;
  };
  "DELETE /api/clubs/:clubId/membership": {
    params: { clubId: string };
    answer: z.output<typeof clubsViews.clubStanding>;
  };
  "POST /api/clubs/:clubId/request": { params: { clubId: string }; answer: z.output<typeof clubsViews.clubStanding> };
  "DELETE /api/clubs/:clubId/request": { params: { clubId: string }; answer: z.output<typeof clubsViews.clubStanding> };
  "PUT /api/clubs/:clubId/requests/:personId": {
    params: { clubId: string; personId: string };
    answer: z.output<typeof fields.nothing>;
  };
  "DELETE /api/clubs/:clubId/requests/:personId": {
    params: { clubId: string; personId: string };
    answer: z.output<typeof fields.nothing>;
  };
  "GET /api/clubs/:clubId": { params: { clubId: string }; answer: z.output<typeof clubsViews.clubView> };
  "PATCH /api/clubs/:clubId": {
    params: { clubId: string };
    input: z.input<typeof clubsInputs.clubChanges>;
    answer: z.output<typeof clubsViews.clubAnswer>;
  };
  "DELETE /api/clubs/:clubId": { params: { clubId: string }; answer: z.output<typeof fields.nothing> };
  "GET /api/clubs/:clubId/waiting": { params: { clubId: string }; answer: z.output<typeof clubsViews.clubWaiting> };
  "GET /api/clubs": { asked: z.input<typeof clubsInputs.clubPageInput>; answer: z.output<typeof clubsViews.clubPage> };
  "POST /api/clubs": { input: z.input<typeof clubsInputs.clubFields>; answer: z.output<typeof clubsViews.clubAnswer> };
  "GET /api/health": { answer: z.output<typeof operatingViews.healthAnswer> };
  "POST /api/me/address/codes": {
    input: z.input<typeof accountInputs.newAddressInput>;
    answer: z.output<typeof signInViews.codeSent>;
  };
  "PUT /api/me/address": {
    input: z.input<typeof accountInputs.addressInput>;
    answer: z.output<typeof accountViews.addressChanged>;
  };
  "GET /api/me/blocks": {
    asked: z.input<typeof accountInputs.blocksInput>;
    answer: z.output<typeof accountViews.blockList>;
  };
  "GET /api/me/exports": { answer: z.output<typeof accountViews.exportState> };
  "POST /api/me/exports": { answer: z.output<typeof accountViews.exportAnswer> };
  "GET /api/me/followers": {
    asked: z.input<typeof peopleInputs.followersInput>;
    answer: z.output<typeof peopleViews.followerPage>;
  };
  "GET /api/me/handle": {
    asked: z.input<typeof onboardingInputs.handleInput>;
    answer: z.output<typeof onboardingViews.handleAnswer>;
  };
  "DELETE /api/me/invite-codes/:codeId": {
    params: { codeId: string };
    answer: z.output<typeof inviteCodesViews.revokedInviteCode>;
  };
  "GET /api/me/invite-codes": { answer: z.output<typeof inviteCodesViews.inviteCodeList> };
  "POST /api/me/invite-codes": {
    input: z.input<typeof inviteCodesInputs.inviteCodeInput>;
    answer: z.output<typeof inviteCodesViews.madeInviteCode>;
  };
  "POST /api/me/name": {
    input: z.input<typeof signInInputs.nameInput>;
    answer: z.output<typeof peopleViews.profileAnswer>;
  };
  "PUT /api/me/notification-mutes/:personId": { params: { personId: string }; answer: z.output<typeof fields.nothing> };
  "DELETE /api/me/notification-mutes/:personId": {
    params: { personId: string };
    answer: z.output<typeof fields.nothing>;
  };
  "GET /api/me/notification-mutes": { answer: z.output<typeof notificationsViews.mutedPeople> };
  "GET /api/me/notifications": {
    asked: z.input<typeof notificationsInputs.notificationsAsked>;
    answer: z.output<typeof notificationsViews.notificationPage>;
  };
  "POST /api/me/notifications/seen": {
    input: z.input<typeof notificationsInputs.seenInput>;
    answer: z.output<typeof notificationsViews.unreadAnswer>;
  };
  "GET /api/me/notifications/settings": { answer: z.output<typeof notificationsViews.notificationSettingsView> };
  "PATCH /api/me/notifications/settings": {
    input: z.input<typeof notificationsInputs.notificationChanges>;
    answer: z.output<typeof notificationsViews.notificationSettingsView>;
  };
  "GET /api/me/notifications/unread": { answer: z.output<typeof notificationsViews.unreadAnswer> };
  "DELETE /api/me/pings/:roomId": { params: { roomId: string }; answer: z.output<typeof fields.nothing> };
  "GET /api/me/pings": { answer: z.output<typeof invitesViews.pingList> };
  "PUT /api/me/portrait": {
    asked: z.input<typeof peopleInputs.portraitCrop>;
    answer: z.output<typeof peopleViews.profileAnswer>;
  };
  "DELETE /api/me/portrait": { answer: z.output<typeof fields.nothing> };
  "DELETE /api/me/providers/:provider": { params: { provider: string }; answer: z.output<typeof fields.nothing> };
  "PUT /api/me/push-subscriptions": {
    input: z.input<typeof notificationsInputs.pushSubscriptionInput>;
    answer: z.output<typeof fields.nothing>;
  };
  "DELETE /api/me/push-subscriptions": {
    input: z.input<typeof notificationsInputs.pushEndpointInput>;
    answer: z.output<typeof fields.nothing>;
  };
  "PUT /api/me": { answer: z.output<typeof fields.nothing> };
  "PATCH /api/me": {
    input: z.input<typeof peopleInputs.profileChanges>;
    answer: z.output<typeof peopleViews.profileAnswer>;
  };
  "DELETE /api/me": { answer: z.output<typeof accountViews.givenUp> };
  "DELETE /api/me/sessions/:sessionId": { params: { sessionId: string }; answer: z.output<typeof fields.nothing> };
  "GET /api/me/sessions": { answer: z.output<typeof accountViews.sessionList> };
  "DELETE /api/me/sessions": { answer: z.output<typeof fields.nothing> };
  "GET /api/me/sign-in-methods": { answer: z.output<typeof accountViews.signInMethods> };
  "PUT /api/me/suggestions/:personId": { params: { personId: string }; answer: z.output<typeof fields.nothing> };
  "DELETE /api/me/suggestions/:personId": { params: { personId: string }; answer: z.output<typeof fields.nothing> };
  "GET /api/me/suggestions": { answer: z.output<typeof suggestionsViews.suggestionList> };
  "DELETE /api/me/welcome": { answer: z.output<typeof fields.nothing> };
  "GET /api/oembed": {
    asked: z.input<typeof sharingInputs.oembedAsked>;
    answer: z.output<typeof sharingViews.oembedAnswer>;
  };
  "POST /api/people/:personId/block": { params: { personId: string }; answer: z.output<typeof fields.nothing> };
  "DELETE /api/people/:personId/block": { params: { personId: string }; answer: z.output<typeof fields.nothing> };
  "POST /api/people/:personId/follow": {
    params: { personId: string };
    answer: z.output<typeof peopleViews.followAnswer>;
  };
  "DELETE /api/people/:personId/follow": {
    params: { personId: string };
    answer: z.output<typeof peopleViews.followAnswer>;
  };
  "GET /api/people/:personId": { params: { personId: string }; answer: z.output<typeof peopleViews.personProfile> };
  "GET /api/ready": {
    answer: z.output<typeof operatingViews.readyAnswer> | z.output<typeof operatingViews.readyAnswer>;
  };
  "GET /api/rooms/:roomId/audience": {
    params: { roomId: string };
    asked: z.input<typeof rosterInputs.audiencePageInput>;
    answer: z.output<typeof rosterViews.audiencePageView>;
  };
  "PUT /api/rooms/:roomId/bans/:personId": {
    params: { roomId: string; personId: string };
    input: z.input<typeof moderationInputs.banInput>;
    answer: z.output<typeof fields.nothing>;
  };
  "DELETE /api/rooms/:roomId/bans/:personId": {
    params: { roomId: string; personId: string };
    answer: z.output<typeof fields.nothing>;
  };
  "GET /api/rooms/:roomId/bans": { params: { roomId: string }; answer: z.output<typeof moderationViews.banList> };
  "POST /api/rooms/:roomId/channels/:language": {
    params: { roomId: string; language: string };
    answer: z.output<typeof interpretingViews.channelPass>;
  };
  "GET /api/rooms/:roomId/channels": {
    params: { roomId: string };
    answer: z.output<typeof interpretingViews.channelAudienceList>;
  };
  "DELETE /api/rooms/:roomId/chat/:number": {
    params: { roomId: string; number: string };
    input: z.input<typeof chatInputs.deleteMessageInput>;
    answer: z.output<typeof fields.nothing>;
  };
  "PUT /api/rooms/:roomId/chat/bans/:personId": {
    params: { roomId: string; personId: string };
    answer: z.output<typeof fields.nothing>;
  };
  "DELETE /api/rooms/:roomId/chat/bans/:personId": {
    params: { roomId: string; personId: string };
    answer: z.output<typeof fields.nothing>;
  };
  "GET /api/rooms/:roomId/chat": {
    params: { roomId: string };
    asked: z.input<typeof chatInputs.chatPageInput>;
    answer: z.output<typeof chatViews.chatPage>;
  };
  "POST /api/rooms/:roomId/chat": {
    params: { roomId: string };
    input: z.input<typeof chatInputs.chatInput>;
    answer: z.output<typeof chatViews.chatWritten>;
  };
  "GET /api/rooms/:roomId/chat/standing": {
    params: { roomId: string };
    answer: z.output<typeof chatViews.chatStandingView>;
  };
  "POST /api/rooms/:roomId/family-line": {
    params: { roomId: string };
    input: z.input<typeof familyInputs.noticeInput>;
    answer: z.output<typeof fields.nothing>;
  };
  "GET /api/rooms/:roomId/followed": {
    params: { roomId: string };
    answer: z.output<typeof rosterViews.followedHereView>;
  };
  "POST /api/rooms/:roomId/guest": { params: { roomId: string }; answer: z.output<typeof seatsViews.guestAnswer> };
  "GET /api/rooms/:roomId/halls": { params: { roomId: string }; answer: z.output<typeof familyViews.hallsDeskView> };
  "POST /api/rooms/:roomId/hand": {
    params: { roomId: string };
    input: z.input<typeof handsInputs.handInput>;
    answer: z.output<typeof handsViews.handRaised>;
  };
  "DELETE /api/rooms/:roomId/hand": { params: { roomId: string }; answer: z.output<typeof fields.nothing> };
  "PUT /api/rooms/:roomId/hands/:personId/pick": {
    params: { roomId: string; personId: string };
    input: z.input<typeof handsInputs.pickInput>;
    answer: z.output<typeof fields.nothing>;
  };
  "DELETE /api/rooms/:roomId/hands/:personId/pick": {
    params: { roomId: string; personId: string };
    answer: z.output<typeof fields.nothing>;
  };
  "DELETE /api/rooms/:roomId/hands/:personId": {
    params: { roomId: string; personId: string };
    answer: z.output<typeof fields.nothing>;
  };
  "GET /api/rooms/:roomId/hands": {
    params: { roomId: string };
    asked: z.input<typeof handsInputs.handsPageInput>;
    answer: z.output<typeof handsViews.handsPageView>;
  };
  "DELETE /api/rooms/:roomId/hands": { params: { roomId: string }; answer: z.output<typeof fields.nothing> };
  "PUT /api/rooms/:roomId/hidden": { params: { roomId: string }; answer: z.output<typeof fields.nothing> };
  "DELETE /api/rooms/:roomId/hidden": { params: { roomId: string }; answer: z.output<typeof fields.nothing> };
  "POST /api/rooms/:roomId/host": {
    params: { roomId: string };
    input: z.input<typeof stageInputs.handOverInput>;
    answer: z.output<typeof fields.nothing>;
  };
  "POST /api/rooms/:roomId/interpreters/:personId/on-air": {
    params: { roomId: string; personId: string };
    answer: z.output<typeof fields.nothing>;
  };
  "DELETE /api/rooms/:roomId/interpreters/:personId/on-air": {
    params: { roomId: string; personId: string };
    answer: z.output<typeof fields.nothing>;
  };
  "PUT /api/rooms/:roomId/interpreters/:personId": {
    params: { roomId: string; personId: string };
    input: z.input<typeof interpretingInputs.interpreterInput>;
    answer: z.output<typeof fields.nothing>;
  };
  "PATCH /api/rooms/:roomId/interpreters/:personId": {
    params: { roomId: string; personId: string };
    input: z.input<typeof interpretingInputs.sourceInput>;
    answer: z.output<typeof fields.nothing>;
  };
  "DELETE /api/rooms/:roomId/interpreters/:personId": {
    params: { roomId: string; personId: string };
    answer: z.output<typeof fields.nothing>;
  };
  "POST /api/rooms/:roomId/interpreters/:personId/to-stage": {
    params: { roomId: string; personId: string };
    input: z.input<typeof interpretingInputs.turnInput>;
    answer: z.output<typeof interpretingViews.turnedPass>;
  };
  "DELETE /api/rooms/:roomId/interpreters/:personId/to-stage": {
    params: { roomId: string; personId: string };
    answer: z.output<typeof fields.nothing>;
  };
  "POST /api/rooms/:roomId/invitations": {
    params: { roomId: string };
    input: z.input<typeof invitesInputs.invitationInput>;
    answer: z.output<typeof fields.nothing>;
  };
  "DELETE /api/rooms/:roomId/invite-links/:linkId": {
    params: { roomId: string; linkId: string };
    answer: z.output<typeof fields.nothing>;
  };
  "GET /api/rooms/:roomId/invite-links": {
    params: { roomId: string };
    answer: z.output<typeof invitesViews.inviteLinkList>;
  };
  "POST /api/rooms/:roomId/invite-links": {
    params: { roomId: string };
    input: z.input<typeof invitesInputs.inviteLinkInput>;
    answer: z.output<typeof invitesViews.freshInviteLink>;
  };
  "POST /api/rooms/:roomId/invite-links/uses": {
    params: { roomId: string };
    input: z.input<typeof invitesInputs.linkUseInput>;
    answer: z.output<typeof fields.nothing>;
  };
  "POST /api/rooms/:roomId/leader": { params: { roomId: string }; answer: z.output<typeof stageViews.onStageAnswer> };
  "GET /api/rooms/:roomId/log": {
    params: { roomId: string };
    asked: z.input<typeof moderationInputs.logInput>;
    answer: z.output<typeof moderationViews.logPage>;
  };
  "GET /api/rooms/:roomId/mine": { params: { roomId: string }; answer: z.output<typeof roomsMine.mineView> };
  "POST /api/rooms/:roomId/offer": { params: { roomId: string }; answer: z.output<typeof stageViews.onStageAnswer> };
  "DELETE /api/rooms/:roomId/offer": { params: { roomId: string }; answer: z.output<typeof fields.nothing> };
  "POST /api/rooms/:roomId/offers/:personId": {
    params: { roomId: string; personId: string };
    answer: z.output<typeof stageViews.offerMade>;
  };
  "DELETE /api/rooms/:roomId/offers/:personId": {
    params: { roomId: string; personId: string };
    answer: z.output<typeof fields.nothing>;
  };
  "POST /api/rooms/:roomId/overflow": {
    params: { roomId: string };
    input: z.input<typeof familyInputs.overflowInput>;
    answer: z.output<typeof familyViews.openedHall>;
  };
  "POST /api/rooms/:roomId/people/:personId/seat-offer": {
    params: { roomId: string; personId: string };
    input: z.input<typeof familyInputs.sendInput>;
    answer: z.output<typeof familyViews.sendAnswer>;
  };
  "DELETE /api/rooms/:roomId/people/:personId/seat-offer": {
    params: { roomId: string; personId: string };
    answer: z.output<typeof fields.nothing>;
  };
  "GET /api/rooms/:roomId/people": {
    params: { roomId: string };
    asked: z.input<typeof rosterInputs.peopleInput>;
    answer: z.output<typeof rosterViews.peopleFound>;
  };
  "POST /api/rooms/:roomId/pings": {
    params: { roomId: string };
    input: z.input<typeof invitesInputs.pingInput>;
    answer: z.output<typeof fields.nothing>;
  };
  "PUT /api/rooms/:roomId/pinned-link": {
    params: { roomId: string };
    input: z.input<typeof roomsInputs.pinnedLinkInput>;
    answer: z.output<typeof roomsViews.pinnedLinkAnswer>;
  };
  "DELETE /api/rooms/:roomId/pinned-link": { params: { roomId: string }; answer: z.output<typeof fields.nothing> };
  "PUT /api/rooms/:roomId/ratings/:language": {
    params: { roomId: string; language: string };
    input: z.input<typeof interpretingInputs.ratingInput>;
    answer: z.output<typeof fields.nothing>;
  };
  "GET /api/rooms/:roomId/ratings": {
    params: { roomId: string };
    answer: z.output<typeof interpretingViews.ratingList>;
  };
  "POST /api/rooms/:roomId/reactions": {
    params: { roomId: string };
    input: z.input<typeof chatInputs.reactionInput>;
    answer: z.output<typeof fields.nothing>;
  };
  "GET /api/rooms/:roomId": { params: { roomId: string }; answer: z.output<typeof roomsViews.roomView> };
  "PATCH /api/rooms/:roomId": {
    params: { roomId: string };
    input: z.input<typeof roomsInputs.roomChanges>;
    answer: z.output<typeof roomsViews.roomAnswer>;
  };
  "DELETE /api/rooms/:roomId": {
    params: { roomId: string };
    input: z.input<typeof roomsInputs.endInput>;
    answer: z.output<typeof fields.nothing>;
  };
  "POST /api/rooms/:roomId/seat-offer": { params: { roomId: string }; answer: z.output<typeof familyViews.seatTaken> };
  "DELETE /api/rooms/:roomId/seat-offer": { params: { roomId: string }; answer: z.output<typeof fields.nothing> };
  "POST /api/rooms/:roomId/seat/goodbye": { params: { roomId: string }; answer: z.output<typeof fields.nothing> };
  "POST /api/rooms/:roomId/seat": {
    params: { roomId: string };
    input: z.input<typeof seatsInputs.seatInput>;
    answer: z.output<typeof seatsDoor.joinAnswer> | z.output<typeof seatsDoor.waitAnswer>;
  };
  "DELETE /api/rooms/:roomId/seat": { params: { roomId: string }; answer: z.output<typeof fields.nothing> };
  "GET /api/rooms/:roomId/seats": { params: { roomId: string }; answer: z.output<typeof rosterViews.seatList> };
  "POST /api/rooms/:roomId/stage/:personId/mute": {
    params: { roomId: string; personId: string };
    answer: z.output<typeof fields.nothing>;
  };
  "DELETE /api/rooms/:roomId/stage/:personId/mute": {
    params: { roomId: string; personId: string };
    answer: z.output<typeof fields.nothing>;
  };
  "PATCH /api/rooms/:roomId/stage/:personId": {
    params: { roomId: string; personId: string };
    input: z.input<typeof stageInputs.stageChange>;
    answer: z.output<typeof fields.nothing>;
  };
  "DELETE /api/rooms/:roomId/stage/:personId": {
    params: { roomId: string; personId: string };
    answer: z.output<typeof fields.nothing>;
  };
  "POST /api/rooms/:roomId/stage/mute": {
    params: { roomId: string };
    input: z.input<typeof stageInputs.muteAllInput>;
    answer: z.output<typeof fields.nothing>;
  };
  "DELETE /api/rooms/:roomId/stage/mute": { params: { roomId: string }; answer: z.output<typeof fields.nothing> };
  "POST /api/rooms/:roomId/visit": { params: { roomId: string }; answer: z.output<typeof familyViews.visitAnswer> };
  "DELETE /api/rooms/:roomId/visit": { params: { roomId: string }; answer: z.output<typeof fields.nothing> };
  "GET /api/rooms": { asked: z.input<typeof hallwayInputs.roomsInput>; answer: z.output<typeof hallwayViews.roomPage> };
  "POST /api/rooms": { input: z.input<typeof roomsInputs.roomFields>; answer: z.output<typeof roomsViews.roomAnswer> };
  "GET /api/search": {
    asked: z.input<typeof searchInputs.searchInput>;
    answer: z.output<typeof searchViews.searchFound>;
  };
  "POST /api/sessions": {
    input: z.input<typeof signInInputs.signInInput>;
    answer: z.output<typeof signInViews.signedIn>;
  };
  "DELETE /api/sessions": { input: z.input<typeof signInInputs.signOutInput>; answer: z.output<typeof fields.nothing> };
  "POST /api/sign-in/codes": {
    input: z.input<typeof signInInputs.signInCodeInput>;
    answer: z.output<typeof signInViews.codeSent>;
  };
  "POST /api/sign-in/invite-code": {
    input: z.input<typeof inviteCodesInputs.codeBroughtInput>;
    answer: z.output<typeof inviteCodesViews.codeBrought>;
  };
  "POST /api/sign-in/providers/:provider": {
    params: { provider: string };
    input: z.input<typeof signInInputs.providerSignInInput>;
    answer: z.output<typeof signInViews.providerAddress>;
  };
  "POST /api/unsubscribe/:key": {
    params: { key: string };
    asked: z.input<typeof fields.noBody>;
    answer: z.output<typeof fields.nothing>;
  };
};
