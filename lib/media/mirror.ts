import { type ParticipantInfo, TrackSource } from "livekit-server-sdk";
import type { MediaRights } from "@/lib/domain/seats/seat";
import { mediaRooms } from "./api";
import { statusOf } from "./called-media";

/** ParticipantInfo.Kind.AGENT, which the SDK does not pass on. */
const AGENT_KIND = 4;

/** Somebody connected to a room in LiveKit. `sid` names the connection: a new one has a new sid. */
export type MediaPresence = {
  identity: string;
  sid: string;
  rights: MediaRights;
  /** False where some other grant is not as we give it, e.g. data or a camera may be published. */
  usual: boolean;
  /** Not a person's client, but a process of ours. */
  agent: boolean;
};

/** The rooms that LiveKit has: name → sid. A restarted server gives new sids. Throws ServiceAway("media"). */
export async function listMediaRooms(names: string[] = []): Promise<Map<string, string>> {
  const rooms = await mediaRooms().listRooms(names);
  return new Map(rooms.map((room) => [room.name, room.sid]));
}

/** Who is connected; null where LiveKit does not have the room. Throws ServiceAway("media"). */
export async function listMediaPresences(roomId: string): Promise<MediaPresence[] | null> {
  const people = await orMissing(() => mediaRooms().listParticipants(roomId));
  return people?.map(toPresence) ?? null;
}

/** One person's connection; null where there is none. Throws ServiceAway("media"). */
export async function mediaPresence(roomId: string, personId: string): Promise<MediaPresence | null> {
  const person = await orMissing(() => mediaRooms().getParticipant(roomId, personId));
  return person && toPresence(person);
}

/**
 * Lets a connected person do exactly this much; somebody who is not connected is passed over.
 * Always the whole permission: a call that leaves `hidden` out shows the person, one that leaves `canSubscribe` out
 * deafens them (livekit.md, presence). Throws ServiceAway("media").
 */
export async function applyMediaRights(roomId: string, personId: string, rights: MediaRights): Promise<void> {
  const permission = {
    canSubscribe: true,
    canPublish: rights.publish,
    canPublishSources: rights.publish ? [TrackSource.MICROPHONE] : [],
    canPublishData: false,
    canUpdateMetadata: false,
    canSubscribeMetrics: false,
    hidden: rights.hidden,
    recorder: false,
    agent: false,
  };
  await orMissing(() => mediaRooms().updateParticipant(roomId, personId, { permission }));
}

/** Puts a person out of the room; somebody who is not connected is passed over. Throws ServiceAway("media"). */
export async function removeFromMedia(roomId: string, personId: string): Promise<void> {
  await orMissing(() => mediaRooms().removeParticipant(roomId, personId));
}

/** Ends the room in LiveKit and disconnects everybody in it. Throws ServiceAway("media"). */
export async function deleteMediaRoom(roomId: string): Promise<void> {
  await orMissing(() => mediaRooms().deleteRoom(roomId));
}

/** LiveKit's translation into our words; also used for what its webhooks tell. */
export function toPresence(person: ParticipantInfo): MediaPresence {
  const permission = person.permission;
  const publish = permission?.canPublish ?? false;
  const sources = permission?.canPublishSources ?? [];
  const agent = person.kind === AGENT_KIND;
  return {
    identity: person.identity,
    sid: person.sid,
    rights: { publish, hidden: permission?.hidden ?? false },
    usual:
      (permission?.canSubscribe ?? false) &&
      // Only the relay, where it is the stage's voice, also says who speaks.
      (!permission?.canPublishData || (agent && publish)) &&
      !permission?.canUpdateMetadata &&
      (!publish || (sources.length === 1 && sources[0] === TrackSource.MICROPHONE)),
    agent,
  };
}

/** The call's answer, or null where LiveKit says that it does not have what is named. */
async function orMissing<Value>(call: () => Promise<Value>): Promise<Value | null> {
  try {
    return await call();
  } catch (fault) {
    if (statusOf(fault) === 404) return null;
    throw fault;
  }
}
