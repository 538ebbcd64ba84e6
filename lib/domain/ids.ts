/** A UUID (version 7) that names one kind of thing and cannot be passed for another. */
type Branded<Kind extends string> = string & { readonly __kind: Kind };

export type PersonId = Branded<"person">;
export type RoomId = Branded<"room">;
export type SeatId = Branded<"seat">;
export type HandId = Branded<"hand">;
export type OfferId = Branded<"offer">;
