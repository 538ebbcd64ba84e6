/** A UUID (version 7) that names one kind of thing and cannot be passed for another. */
type Branded<Kind extends string> = string & { readonly __kind: Kind };

export type PersonId = Branded<"person">;
export type RoomId = Branded<"room">;
export type SeatId = Branded<"seat">;
export type HandId = Branded<"hand">;
export type OfferId = Branded<"offer">;
export type ClubId = Branded<"club">;
export type ShowId = Branded<"show">;
export type AccessTokenId = Branded<"access token">;
export type InviteCodeId = Branded<"invite code">;
export type RecordingId = Branded<"recording">;

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/**
 * Takes text from outside (a path, a body) as an id of the wanted kind. Null for what is no UUID:
 * it names nothing, and is answered like an id that nothing has.
 */
export const toId = <
  Id extends
    | RoomId
    | PersonId
    | SeatId
    | HandId
    | OfferId
    | ClubId
    | ShowId
    | AccessTokenId
    | InviteCodeId
    | RecordingId,
>(
  text: string | undefined,
): Id | null => (text !== undefined && UUID.test(text) ? (text.toLowerCase() as Id) : null);
