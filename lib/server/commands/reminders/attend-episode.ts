import { type RoomId, toId } from "@/lib/domain/ids";
import { granted, refused } from "@/lib/domain/ruling";
import { defineCommand } from "@/lib/server/http/command";
import { localeOf } from "@/lib/server/mail/locale-of";
import { zoneOf } from "@/lib/server/mail/zone-of";
import { db } from "@/lib/server/postgres/db";
import { visibleRoom } from "@/lib/server/queries/rooms/visible-room";
import { attendanceInput } from "@/lib/wire/reminders/inputs";
import { attendanceAnswer } from "@/lib/wire/reminders/views";

/** Says that the caller will be at an episode, and whether they want to be reminded; by the clock and in the language of their page. */
export const attendEpisode = defineCommand({
  who: "member",
  limit: "episodeAnswersOfPerson",
  input: attendanceInput,
  output: attendanceAnswer,
  refusals: ["not_found", "room_ended"],
  summary: "Say that I will be at an episode",
  run: async ({ caller, params, input, request }) => {
    const roomId = toId<RoomId>(params.roomId);
    const room = roomId && (await visibleRoom(caller, roomId));
    if (!room || !(await isAnnounced(room.id))) return refused("not_found");
    if (room.status === "ended") return refused("room_ended");
    const { remind = true } = input;
    const told = { remind, locale: localeOf(request), timeZone: zoneOf(request) };
    const key = { roomId: room.id, personId: caller.id };
    await db().rsvp.upsert({ where: { roomId_personId: key }, create: { ...key, ...told }, update: told });
    return granted({ attending: true, remind });
  },
});

/** A draft is nobody's to come to. */
const isAnnounced = async (roomId: RoomId): Promise<boolean> =>
  (await db().episode.count({ where: { roomId, publishedAt: { not: null } } })) > 0;
