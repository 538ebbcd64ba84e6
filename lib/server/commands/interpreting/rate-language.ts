import { type RoomId, toId } from "@/lib/domain/ids";
import { granted, refused } from "@/lib/domain/ruling";
import { SCENE_REFUSALS, whyNoSeat } from "@/lib/server/acts/act-in-room";
import { defineCommand } from "@/lib/server/http/command";
import { db } from "@/lib/server/postgres/db";
import { knownChannel } from "@/lib/server/queries/interpreting/known-channel";
import { seatRole } from "@/lib/server/queries/rooms/seat-role";
import { nothing } from "@/lib/wire/fields";
import { ratingInput } from "@/lib/wire/interpreting/inputs";

/** Rates how well the caller understands a language in their hall. Each person has one rating; the newest counts. Source: behaviours 28. */
export const rateLanguage = defineCommand({
  who: "person",
  limit: "ratingsOfPerson",
  input: ratingInput,
  output: nothing,
  refusals: [...SCENE_REFUSALS, "too_many"],
  summary: "Rate how well you understand a language in a hall",
  run: async ({ caller, params: { roomId: named, language = "" }, input: { understood } }) => {
    const roomId = toId<RoomId>(named);
    if (!roomId) return refused("not_found");
    const channel = await knownChannel(caller, roomId, language);
    if (!channel) return refused("not_found");
    const personId = caller.id;
    if (!(await seatRole({ roomId, personId }))) return refused(await whyNoSeat(caller, roomId));
    const key = { roomId, personId, language };
    await db().rating.upsert({
      where: { roomId_personId_language: key },
      create: { ...key, understood },
      update: { understood, ratedAt: new Date() },
    });
    return granted(null);
  },
});
