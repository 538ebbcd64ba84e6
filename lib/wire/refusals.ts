import type { RefusalFacts } from "@/lib/domain/ruling";

/** Every refusal and fault that the API answers, with its status. One closed list for code, screen texts and OpenAPI. */
export const REFUSAL_STATUS = {
  not_signed_in: 401,
  members_only: 403,
  not_allowed: 403,
  banned: 403,
  guests_not_allowed: 403,
  network_barred: 403,
  scope_missing: 403,
  cross_site: 403,
  not_found: 404,
  method_not_allowed: 405,
  room_full: 409,
  room_ended: 409,
  room_not_live: 409,
  ticket_wrong: 409,
  no_seat: 409,
  hand_over_first: 409,
  seat_moved: 409,
  already_on_stage: 409,
  not_on_stage: 409,
  no_hand: 409,
  no_offer: 409,
  offer_expired: 409,
  code_wrong: 409,
  name_needed: 409,
  handle_taken: 409,
  address_taken: 409,
  address_needed: 409,
  last_way_in: 409,
  capacity_below_seats: 409,
  hands_off: 409,
  hands_for_followed: 409,
  microphones_locked: 409,
  chat_off: 409,
  chat_for_speakers: 409,
  chat_for_followers: 409,
  chat_removed: 409,
  wants_quiet: 409,
  link_spent: 409,
  link_unsafe: 409,
  offers_full: 409,
  interpreters_full: 409,
  not_interpreting: 409,
  nobody_asks: 409,
  family_full: 409,
  rooms_full: 409,
  has_leader: 409,
  stage_full: 409,
  no_seat_offer: 409,
  too_large: 413,
  picture_too_large: 413,
  bad_input: 422,
  not_a_picture: 422,
  too_many_pixels: 422,
  too_many: 429,
  fault: 500,
  database_away: 503,
  media_away: 503,
  mail_away: 503,
} as const;

export type RefusalCode = keyof typeof REFUSAL_STATUS;

/** What every operation of its kind may refuse, besides the codes that it lists itself. */
export const GENERAL_REFUSALS = {
  commands: ["scope_missing", "cross_site", "too_large", "fault", "database_away", "media_away"],
  questions: ["scope_missing", "fault", "database_away"],
} as const satisfies Record<string, readonly RefusalCode[]>;

/** The body of every answer that is not a success. `retryAfterSeconds` is also the Retry-After header. */
export type RefusalBody = { error: { code: RefusalCode; message: string } & RefusalFacts };
