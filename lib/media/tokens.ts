import { SignJWT } from "jose";
import type { Role } from "@/lib/domain/roles";
import { mediaRights } from "@/lib/domain/seat";
import { env } from "@/lib/env";

/**
 * How long a first token opens the door of LiveKit; connected clients are given fresh ones by LiveKit itself.
 * Short, because there is no revocation. Source: livekit.md, tokens.
 */
const TOKEN_TTL_SECONDS = 90;

/** The seat that the token stands for. `muted`: a moderator took the microphone away. */
type SeatForToken = { roomId: string; personId: string; role: Role; muted: boolean };

/**
 * The token with which the holder of an open seat connects to LiveKit: one room, and what the seat may do in it, no more.
 * Made after admission only. Every grant is spelt out, because LiveKit reads a missing `canPublishData` as `canPublish`.
 */
export async function mediaToken(seat: SeatForToken): Promise<string> {
  const rights = mediaRights(seat, false);
  const video = {
    room: seat.roomId,
    roomJoin: true,
    canSubscribe: true,
    canPublish: rights.publish,
    ...(rights.publish ? { canPublishSources: ["microphone"] } : {}),
    canPublishData: false,
    canUpdateOwnMetadata: false,
    hidden: rights.hidden,
    roomAdmin: false,
    roomCreate: false,
    roomList: false,
    roomRecord: false,
  };
  const nowSeconds = Math.floor(Date.now() / 1000);
  return new SignJWT({ video })
    .setProtectedHeader({ alg: "HS256" })
    .setIssuer(env().LIVEKIT_API_KEY)
    .setSubject(seat.personId)
    .setNotBefore(nowSeconds)
    .setExpirationTime(nowSeconds + TOKEN_TTL_SECONDS)
    .sign(await signingKey());
}

let importedKey: Promise<CryptoKey> | undefined;

/** Imported once: signing with raw bytes is half as fast (measures.md, admission). */
function signingKey(): Promise<CryptoKey> {
  importedKey ??= crypto.subtle.importKey(
    "raw",
    new TextEncoder().encode(env().LIVEKIT_API_SECRET),
    { name: "HMAC", hash: "SHA-256" },
    false,
    ["sign"],
  );
  return importedKey;
}
