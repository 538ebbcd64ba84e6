import { createHmac } from "node:crypto";
import type { Role } from "@/lib/domain/roles";
import { mediaRights } from "@/lib/domain/seat";
import { visitIdentity } from "@/lib/domain/visit";
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
  return sign({
    video,
    iss: env().LIVEKIT_API_KEY,
    sub: seat.personId,
    nbf: nowSeconds,
    exp: nowSeconds + TOKEN_TTL_SECONDS,
  });
}

/** The token with which somebody listens in to a hall on a visit: hidden, and nothing but hearing. */
export async function visitToken(roomId: string, personId: string): Promise<string> {
  return mediaToken({ roomId, personId: visitIdentity(personId), role: "listener", muted: false });
}

const HEADER = base64url(JSON.stringify({ alg: "HS256", typ: "JWT" }));

/** Signed at once, without the thread that WebCrypto goes to for each one: at the door that is what tokens cost most. */
function sign(claims: object): string {
  const signed = `${HEADER}.${base64url(JSON.stringify(claims))}`;
  return `${signed}.${createHmac("sha256", env().LIVEKIT_API_SECRET).update(signed).digest("base64url")}`;
}

function base64url(text: string): string {
  return Buffer.from(text).toString("base64url");
}
