import { type RoomId, toId } from "@/lib/domain/ids";
import { refused } from "@/lib/domain/ruling";
import { defineCommand } from "@/lib/server/http/command";
import { askForMail } from "@/lib/server/notifications/ask-for-mail";
import { db } from "@/lib/server/postgres/db";
import { visibleRoom } from "@/lib/server/queries/rooms/visible-room";
import { nothing } from "@/lib/wire/fields";
import { mailReminderInput } from "@/lib/wire/reminders/inputs";

/** An address wants to be told of an episode that everybody may know of: its owner is asked by mail whether they do. */
export const askForEpisodeMail = defineCommand({
  who: "anyone",
  limit: { none: "it counts mails to an address and from a client by itself" },
  input: mailReminderInput,
  output: nothing,
  refusals: ["bad_input", "mail_away", "not_found", "room_ended", "too_many"],
  summary: "Be reminded of an episode by mail, without an account",
  run: async ({ params, input, request }) => {
    const roomId = toId<RoomId>(params.roomId);
    const room = roomId && (await visibleRoom(null, roomId));
    const episode =
      room && (await db().episode.findUnique({ where: { roomId: room.id }, select: { publishedAt: true } }));
    if (!room || !episode?.publishedAt) return refused("not_found");
    if (room.status === "ended") return refused("room_ended");
    const of = { roomId: room.id, showId: null, title: room.title, path: `/rooms/${room.id}` };
    return askForMail(request, input.email, of);
  },
});
