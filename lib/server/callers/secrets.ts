import { createHash, createHmac, timingSafeEqual } from "node:crypto";
import { env } from "@/lib/env";

/** How a token is stored: its SHA-256. Enough for secrets of 128 bits and more, which nobody can try out. */
export const hashOf = (secret: string): Buffer<ArrayBuffer> =>
  Buffer.from(createHash("sha256").update(secret).digest());

/**
 * A keyed hash under the instance's secret, for what is short enough to be tried out (codes) and for what a browser keeps (cookies).
 * `purpose` keeps a value made for one use from being accepted in another.
 */
export const sealOf = (purpose: string, text: string): Buffer<ArrayBuffer> =>
  Buffer.from(createHmac("sha256", env().PLENUM_SECRET).update(`${purpose}\n${text}`).digest());

/** Compares without telling by its time where two values differ. */
export const sameBytes = (one: Uint8Array, other: Uint8Array): boolean =>
  one.length === other.length && timingSafeEqual(one, other);
