import { type RoomId, toId } from "@/lib/domain/ids";
import { channelRoom } from "@/lib/domain/interpreting/channel";
import { granted, refused } from "@/lib/domain/ruling";
import { ensureMediaRoom } from "@/lib/media/api";
import { mediaUrl } from "@/lib/media/media-url";
import { channelToken } from "@/lib/media/tokens";
import { SCENE_REFUSALS } from "@/lib/server/acts/act-in-room";
import { defineCommand } from "@/lib/server/http/command";
import { channelRights } from "@/lib/server/mirroring/channel-right";
import { knownChannel } from "@/lib/server/queries/interpreting/known-channel";
import { noInput } from "@/lib/wire/fields";
import { channelPass } from "@/lib/wire/interpreting/views";

/**
 * Lets a person seated in a hall hear one of its channels, by a second connection beside the floor's. An interpreter may
 * join the main hall's channel of their language, to be heard in it, from any seat of the family.
 * Throws ServiceAway("media") where LiveKit is away.
 */
export const joinChannel = defineCommand({
  who: "person",
  limit: "channelsOfPerson",
  input: noInput,
  output: channelPass,
  refusals: [...SCENE_REFUSALS, "room_not_live", "too_many"],
  summary: "Hear a language, or be heard in it as its interpreter",
  run: async ({ caller, params: { roomId, language = "" } }) => {
    const hallId = toId<RoomId>(roomId);
    if (!hallId) return refused("not_found");
    const channel = await knownChannel(caller, hallId, language);
    if (!channel) return refused("not_found");
    if (channel.status !== "live") return refused(channel.status === "ended" ? "room_ended" : "room_not_live");
    const [right] = await channelRights([{ hallId, language, identity: caller.id }]);
    if (right !== "listen" && right !== "speak") return refused("no_seat");
    await ensureMediaRoom(channelRoom(hallId, language), channel.capacity);
    const token = await channelToken({ hallId, language, personId: caller.id, right });
    return granted({ media: { url: mediaUrl(), token }, speaks: right === "speak" });
  },
});
