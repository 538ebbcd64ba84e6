import { createHmac } from "node:crypto";
import { relayIdentity } from "@/lib/domain/family/relay";
import { visitIdentity } from "@/lib/domain/family/visit";
import { type ChannelRight, channelMediaRights, channelRoom } from "@/lib/domain/interpreting/channel";
import { interpreterIdentity } from "@/lib/domain/interpreting/spoken-back";
import { recorderIdentity } from "@/lib/domain/recording/recorder";
import type { Role } from "@/lib/domain/roles";
import { mediaRights } from "@/lib/domain/seats/seat";
import { INTERPRETER_STANDING, relayStanding } from "@/lib/domain/seats/standing";
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
  const { publish, hidden } = mediaRights(seat, false);
  return signGrants({ room: seat.roomId, canPublish: publish, hidden, canPublishData: false }, seat.personId);
}

/** What somebody connects to a channel with: a listener is seen by nobody, an interpreter's microphone is heard. */
type ChannelForToken = { hallId: string; language: string; personId: string; right: Exclude<ChannelRight, "relay"> };

/** The token for a channel's room, beside the seat's own. Make it only for people that `channelRight` lets in. */
export async function channelToken({ hallId, language, personId, right }: ChannelForToken): Promise<string> {
  const { publish, hidden } = channelMediaRights(right);
  const room = channelRoom(hallId, language);
  return signGrants({ room, canPublish: publish, hidden, canPublishData: false }, personId);
}

/** The token with which an interpreter is heard on the main stage, beside the seat's own: for whom `speakBack` lets. */
export async function interpreterToken(mainRoomId: string, personId: string): Promise<string> {
  const { publish, hidden } = INTERPRETER_STANDING;
  return signGrants(
    { room: mainRoomId, canPublish: publish, hidden, canPublishData: false },
    interpreterIdentity(personId),
  );
}

/**
 * The relay's token for one room, under the family's one identity. `place`: in `main` it hears unseen; in a `hall` it speaks with
 * the stage's voice and says who is heard; in a `channel` of a hall it speaks and says nothing. Made by the holder of the
 * family's lease only. A process of ours (`agent`), so that LiveKit's own limit does not count it.
 */
export async function relayToken(
  room: string,
  mainRoomId: string,
  place: "main" | "hall" | "channel",
): Promise<string> {
  const { publish, hidden } = relayStanding(place === "main");
  return signGrants(
    { room, canPublish: publish, hidden, canPublishData: place === "hall" },
    relayIdentity(mainRoomId),
    "agent",
  );
}

/** The token with which a recorder hears a main room unseen. Made by the holder of that room's lease only. */
export async function recorderToken(roomId: string): Promise<string> {
  const { publish, hidden } = relayStanding(true);
  return signGrants(
    { room: roomId, canPublish: publish, hidden, canPublishData: false },
    recorderIdentity(roomId),
    "agent",
  );
}

type Grants = { room: string; canPublish: boolean; hidden: boolean; canPublishData: boolean };

/** What nobody's token ever grants is spelt out too. */
function signGrants(grants: Grants, identity: string, kind?: "agent"): string {
  const video = {
    roomJoin: true,
    canSubscribe: true,
    ...grants,
    ...(grants.canPublish ? { canPublishSources: ["microphone"] } : {}),
    canUpdateOwnMetadata: false,
    roomAdmin: false,
    roomCreate: false,
    roomList: false,
    roomRecord: false,
  };
  const nowSeconds = Math.floor(Date.now() / 1000);
  return sign({
    video,
    ...(kind && { kind }),
    iss: env().LIVEKIT_API_KEY,
    sub: identity,
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
