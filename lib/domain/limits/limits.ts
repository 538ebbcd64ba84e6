/** So many `points` in so many seconds. `timesRoomsOfHost`: so many for each room that one host may have live at once. */
export type Line = { points: number; duration: number; timesRoomsOfHost?: true };

const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** How often, in how many seconds. Counted in Postgres, so that all processes count together. Source: stack, trap 5. */
export const COUNTED_TOGETHER = {
  mailToKnownBrowser: { points: 10, duration: 15 * MINUTE },
  mailToBrowser: { points: 5, duration: 15 * MINUTE },
  /** Several people behind one router may know an address; one of them alone locks the others out of nothing. */
  mailFromClientToAddress: { points: 12, duration: 15 * MINUTE },
  /** A class that signs up behind one router. */
  mailFromClient: { points: 60, duration: 15 * MINUTE },
  /** All networks of one IPv6 site together: a household or a server is given up to 256 of them. */
  mailFromSite: { points: 120, duration: 15 * MINUTE },
  /** Bounds how many short codes of one address strangers can guess at; beyond, codes are long. */
  shortCodesOfAddress: { points: 20, duration: DAY },
  /** Then each IPv4 /24 or IPv6 /48 has so many long ones sent there, so that a mailbox is not buried. */
  mailFromRegionToPressedAddress: { points: 4, duration: 60 * MINUTE },
  /** Codes shown by browsers that have none to show. */
  codesFromClient: { points: 30, duration: 15 * MINUTE },
  /** Source: behaviours 7. */
  pingsOfPerson: { points: 20, duration: 60 * MINUTE },
  /** Each handle that is given up is nobody's for a long time: one person takes few out of the world. */
  handlesOfPerson: { points: 10, duration: DAY },
  /** One browser asks once, and again when its service gave it another address. */
  pushSubscriptionsOfPerson: { points: 60, duration: 60 * MINUTE },
  /** Somebody who revokes and makes anew; each may end up on a wall. */
  inviteCodesOfPerson: { points: 20, duration: DAY },
  accessTokensOfPerson: { points: 20, duration: 60 * MINUTE },
  /** Each is a mail to somebody who may not know of it, and one to the address before. */
  addressChangesOfPerson: { points: 10, duration: DAY },
  /** Each takes a handle that nobody else can have. Handles that are taken already are tried out, and count. */
  clubsOfPerson: { points: 30, duration: DAY },
  /** Each takes an address that nobody else can have. */
  showsOfPerson: { points: 30, duration: DAY },
  /** Each is named on a page that everybody reads. */
  showHostsOfPerson: { points: 60, duration: DAY },
  /** A season planned in one evening, with some of it thrown away again. */
  episodesOfPerson: { points: 100, duration: DAY },
  /** A club is filled in an evening; a script that invites a town is not. */
  clubInvitationsOfPerson: { points: 200, duration: DAY },
  /** Mails that ask an address whether it wants to be reminded: so many strangers can send there, whoever they are. */
  remindersToMailbox: { points: 8, duration: DAY },
  /** Visitors behind one router who want to be reminded of an evening; the same for all networks of one IPv6 site. */
  remindersFromClient: { points: 30, duration: HOUR },
  remindersFromSite: { points: 60, duration: HOUR },
  calendarKeysOfPerson: { points: 20, duration: DAY },
  /** Each may be a mail to somebody who has never heard of Plenum, and a link that leads to a stage. */
  guestsOfPerson: { points: 60, duration: DAY },
  /** Each is read by a person. Of those who look after a crowd of trolls, and of a class behind one router; a flood of one hand is not. */
  reportsOfPerson: { points: 30, duration: HOUR },
  /** Receipts to addresses that strangers name: so many, whoever they are. */
  receiptsToMailbox: { points: 5, duration: DAY },
  /** Each reads all that there is of somebody. */
  exportsOfPerson: { points: 5, duration: DAY },
} as const satisfies Record<string, Line>;

/**
 * The same, counted in this process's memory: a query a person is too much for what happens often.
 * Members are counted as people and never by their address, so that a neighbour who floods locks nobody out.
 */
const COUNTED_HERE = {
  joinsOfPerson: { points: 80, duration: 10 },
  joinsOfGuestsFromAddress: { points: 600, duration: MINUTE },
  /** New guests. A class behind one router comes in; a flood of nameless seats does not. */
  guestsFromAddress: { points: 40, duration: MINUTE },
  /** The same for all networks of one IPv6 site. */
  guestsFromSite: { points: 120, duration: MINUTE },
  /** As often as one may come in, one may go. */
  leavesOfPerson: { points: 80, duration: 10 },
  /** The first in line asks once a second, on each of a few pages. */
  pollsOfPerson: { points: 60, duration: 10 },
  wrongTokensFromAddress: { points: 30, duration: MINUTE },
  /** Nobody guesses 128 bits; nobody shall make the house look for them either. */
  wrongLinksFromAddress: { points: 30, duration: MINUTE },
  inviteLinksOfPerson: { points: 30, duration: HOUR },
  /** A person types no faster; two screens' worth of retries pass. */
  chatMessagesOfPerson: { points: 12, duration: 10 },
  /** Each makes the server read a page of somebody else's. */
  linksOfPerson: { points: 10, duration: MINUTE },
  /** A tap is one; eager clapping passes, a bot's drumming does not. */
  reactionsOfPerson: { points: 20, duration: 10 },
  /** Some languages tried out, and a connection that comes and goes. */
  channelsOfPerson: { points: 30, duration: 30 },
  ratingsOfPerson: { points: 20, duration: MINUTE },
  hallsOfPerson: { points: 20, duration: MINUTE },
  /** Everyone in every hall reads it. */
  noticesOfPerson: { points: 6, duration: MINUTE },
  /** Twelve times an hour as many as one host may have live at once. */
  roomsOfPerson: { points: 12, duration: HOUR, timesRoomsOfHost: true },
  /** A newcomer taps through a page of suggestions; nobody follows and unfollows all day. */
  followsOfPerson: { points: 100, duration: 10 * MINUTE },
  /** Rooms and people sent away one after the other, and some of them taken back. */
  hallwayActsOfPerson: { points: 100, duration: 10 * MINUTE },
  /** Whoever clears up after a flood of trolls; a script that blocks all of a list is slowed. */
  blocksOfPerson: { points: 100, duration: 10 * MINUTE },
  /** In and out again, by somebody who looks around. */
  clubDoorsOfPerson: { points: 60, duration: 10 * MINUTE },
  /** What plans a show: its words, its rhythm, episodes moved one after the other. */
  showActsOfPerson: { points: 300, duration: 10 * MINUTE },
  /** What leads a club: requests answered one after the other, roles, its words. */
  clubActsOfPerson: { points: 300, duration: 10 * MINUTE },
  /** A table of switches tried out, and a list that is looked at on every page. */
  notificationActsOfPerson: { points: 120, duration: MINUTE },
  /** Yes and no to episodes and shows, by somebody who plans their month. */
  episodeAnswersOfPerson: { points: 120, duration: 10 * MINUTE },
  /** Whoever says yes in a mail; nobody guesses 128 bits. */
  confirmationsFromAddress: { points: 120, duration: MINUTE },
  /** Mail providers post for all their people from a few addresses. */
  unsubscribesFromAddress: { points: 1_200, duration: MINUTE },
  /** Up and down again, by somebody who cannot decide. */
  handsOfPerson: { points: 30, duration: MINUTE },
  /** Yes or no to a question: an invitation to the stage, a kept seat, a call. */
  answersOfPerson: { points: 60, duration: MINUTE },
  /** A push-to-talk thumb. */
  unmutesOfPerson: { points: 120, duration: MINUTE },
  /** What a leader does to others in a room. Five a second is a hall of 5,000 in full flight; a script is faster. */
  moderationOfPerson: { points: 300, duration: MINUTE },
  /** On and off again, by somebody who tries it out, and the recordings of a season deleted one after the other. */
  recordingActsOfPerson: { points: 60, duration: MINUTE },
  roomEditsOfPerson: { points: 60, duration: MINUTE },
  profileEditsOfPerson: { points: 60, duration: 10 * MINUTE },
  /** Ending sessions, unlinking a way in, going and coming back. */
  accountActsOfPerson: { points: 60, duration: 10 * MINUTE },
  /** Each is decoded, cut and drawn anew: half a second of a core. */
  portraitsOfPerson: { points: 20, duration: HOUR },
  interpretingOfPerson: { points: 120, duration: MINUTE },
  /** Tabs renew their visit by asking again. */
  visitsOfPerson: { points: 120, duration: MINUTE },
  adminActsOfPerson: { points: 240, duration: MINUTE },
  providerSignInsFromClient: { points: 60, duration: 15 * MINUTE },
  /** One a key, by a fast typist in two places. */
  searchesOfPerson: { points: 300, duration: MINUTE },
  /** Searches of callers without an account, a whole office of them. */
  searchesFromAddress: { points: 1_200, duration: MINUTE },
} as const satisfies Record<string, Line>;

/** The one table of how often anything may be done, by the instance's own settings where it has some (overrides.ts). */
export const LIMITS = { ...COUNTED_TOGETHER, ...COUNTED_HERE };

export type Limit = keyof typeof LIMITS;
