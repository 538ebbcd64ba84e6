import { createHmac } from "node:crypto";
import { type ChannelRight, channelMediaRights, channelRoom } from "@/lib/domain/channel";
import type { Role } from "@/lib/domain/roles";
import { type MediaRights, mediaRights } from "@/lib/domain/seat";
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
export const mediaToken = async (seat: SeatForToken): Promise<string> =>
  tokenFor(seat.roomId, seat.personId, mediaRights(seat, false));

/** What somebody connects to a channel with: whoever listens is seen by nobody, an interpreter's microphone is heard. */
type ChannelForToken = { hallId: string; language: string; personId: string; right: Exclude<ChannelRight, "relay"> };

/** The token for a channel's room, beside the seat's own: to be made only for whom `channelRight` lets in. */
export const channelToken = async ({ hallId, language, personId, right }: ChannelForToken): Promise<string> =>
  tokenFor(channelRoom(hallId, language), personId, channelMediaRights(right));

function tokenFor(room: string, personId: string, rights: MediaRights): string {
  const video = {
    room,
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
    sub: personId,
    nbf: nowSeconds,
    exp: nowSeconds + TOKEN_TTL_SECONDS,
  });
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
