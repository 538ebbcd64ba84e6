import { type ChannelRight, channelMediaRights, channelRoom, judgeInChannel } from "@/lib/domain/interpreting/channel";
import { applyMediaRights, type MediaPresence, mediaPresence, removeFromMedia } from "@/lib/media/mirror";
import { hotPool } from "@/lib/server/postgres/db";
import { channelRights, type InChannel } from "./channel-right";

const CHANNELS_SQL = `
SELECT DISTINCT c.hall_id AS "hallId", i.language
FROM room h JOIN interpreter i ON i.room_id = coalesce(h.main_room_id, h.id)
CROSS JOIN LATERAL (VALUES (h.id), (i.room_id)) AS c(hall_id)
WHERE h.id = $1 AND (i.person_id = $2 OR ($3 AND c.hall_id = h.id))`;

/**
 * Makes LiveKit agree about a person in the channels of a hall and in those that they interpret, or did. `gone`: they hold
 * no seat in the hall any more, so that they may be in any of its channels. Safe to run twice.
 * Throws ServiceAway("media") where LiveKit cannot be reached; the sweep then does it.
 */
export async function mirrorChannels(roomId: string, personId: string, gone: boolean): Promise<void> {
  const { rows } = await hotPool().query<{ hallId: string; language: string }>({
    name: "channels-of",
    text: CHANNELS_SQL,
    values: [roomId, personId, gone],
  });
  await Promise.all(rows.map((channel) => mirrorInChannel({ ...channel, identity: personId })));
}

/** The same for one identity in one channel. */
export async function mirrorInChannel(one: InChannel): Promise<void> {
  const presence = await mediaPresence(channelRoom(one.hallId, one.language), one.identity);
  if (!presence) return;
  const [right] = await channelRights([one]);
  await obeyInChannel(one, presence, right ?? null);
}

/** Does what the connection's right asks for; nothing where it obeys already. */
async function obeyInChannel(one: InChannel, presence: MediaPresence, right: ChannelRight | null): Promise<void> {
  const name = channelRoom(one.hallId, one.language);
  const judged = judgeInChannel(presence, right);
  if (judged === "remove") await removeFromMedia(name, one.identity);
  else if (judged === "apply" && right !== null && right !== "relay")
    await applyMediaRights(name, one.identity, channelMediaRights(right));
}
