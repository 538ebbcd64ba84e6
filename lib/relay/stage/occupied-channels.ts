import { relayOf } from "@/lib/domain/family/relay";
import { channelRoom, readChannelRoom } from "@/lib/domain/interpreting/channel";
import { listMediaPresences, listMediaRooms } from "@/lib/media/mirror";
import { log } from "@/lib/server/postgres/log";

/**
 * The overflow rooms' channels that somebody listens to, by language, where the main hall's channel of that language is open.
 * Null where LiveKit does not say.
 */
export async function occupiedChannels(
  mainRoomId: string,
  hallIds: readonly string[],
  languages: readonly string[],
): Promise<Map<string, string[]> | null> {
  if (languages.length === 0) return new Map();
  const names = [mainRoomId, ...hallIds].flatMap((id) => languages.map((language) => channelRoom(id, language)));
  try {
    const open = await listMediaRooms(names);
    const spoken = languages.filter((language) => open.has(channelRoom(mainRoomId, language)));
    const occupied = new Map<string, string[]>();
    for (const name of open.keys()) {
      const channel = readChannelRoom(name);
      if (!channel || channel.hallId === mainRoomId || !spoken.includes(channel.language)) continue;
      const people = (await listMediaPresences(name)) ?? [];
      if (people.every(({ identity }) => relayOf(identity) !== null)) continue;
      occupied.set(channel.language, [...(occupied.get(channel.language) ?? []), name]);
    }
    return occupied;
  } catch (fault) {
    log().debug({ err: fault, mainRoomId }, "channels not known");
    return null;
  }
}
