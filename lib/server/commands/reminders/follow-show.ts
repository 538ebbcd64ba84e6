import { type ShowId, toId } from "@/lib/domain/ids";
import { granted, refused } from "@/lib/domain/ruling";
import { defineCommand } from "@/lib/server/http/command";
import { zoneOf } from "@/lib/server/mail/zone-of";
import { db } from "@/lib/server/postgres/db";
import { visibleShow } from "@/lib/server/queries/reminders/show-follow";
import { noInput } from "@/lib/wire/fields";
import { showFollowAnswer } from "@/lib/wire/reminders/views";

/** Is told of each episode of a show from now on. A second time changes nothing. */
export const followShow = defineCommand({
  who: "member",
  limit: "episodeAnswersOfPerson",
  input: noInput,
  output: showFollowAnswer,
  refusals: ["not_found"],
  summary: "Follow a show",
  run: async ({ caller, params, request }) => {
    const showId = toId<ShowId>(params.showId);
    if (!showId || !(await visibleShow(caller, showId))) return refused("not_found");
    const [key, timeZone] = [{ showId, personId: caller.id }, zoneOf(request)];
    await db().showFollow.upsert({
      where: { showId_personId: key },
      create: { ...key, timeZone },
      update: { timeZone },
    });
    return granted({ followedByMe: true });
  },
});
