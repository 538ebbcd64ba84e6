import type { RoomId } from "@/lib/domain/ids";
import { sealOf } from "./secrets";

/**
 * Where somebody comes from, as one family's rooms tell it from elsewhere: a keyed hash, so that nobody reads an address
 * out of the database, nor that two rooms were visited from the same one. `familyId`: the main room's, which a hall that
 * goes on alone after the talk keeps here. `address`: as addressOf names a network. Null where it is not known.
 */
export const networkSeal = (familyId: RoomId, address: string | undefined): Buffer<ArrayBuffer> | null =>
  address === undefined || address === "unknown" ? null : sealOf("network", `${familyId} ${address}`);
