import { type RoomId, toId } from "@/lib/domain/ids";
import { granted, refused } from "@/lib/domain/ruling";
import { defineCommand } from "@/lib/server/http/command";
import { db } from "@/lib/server/postgres/db";
import { noInput } from "@/lib/wire/fields";
import { attendanceAnswer } from "@/lib/wire/reminders/views";

/** Takes it back, whatever became of the episode. Answers the same for one that the caller did not ask for, or may not know of. */
export const unattendEpisode = defineCommand({
  who: "member",
  limit: "episodeAnswersOfPerson",
  input: noInput,
  output: attendanceAnswer,
  refusals: ["not_found"],
  summary: "Say that I will not be at an episode",
  run: async ({ caller, params }) => {
    const roomId = toId<RoomId>(params.roomId);
    if (!roomId) return refused("not_found");
    await db().rsvp.deleteMany({ where: { roomId, personId: caller.id } });
    return granted({ attending: false, remind: false });
  },
});
