import { type ClubId, toId } from "@/lib/domain/ids";
import { query } from "@/lib/server/http/query";
import { club } from "@/lib/server/queries/clubs/club";
import { clubWaiting } from "@/lib/server/queries/clubs/club-waiting";
import { clubWaiting as waiting } from "@/lib/wire/clubs/views";

export const GET = query({
  summary: "Who asked to come into a club and who is invited, for its leaders",
  who: "member",
  output: waiting,
  ask: async ({ caller, params }) => {
    const id = toId<ClubId>(params.clubId);
    const known = id && (await club(caller, { id }));
    return known && clubWaiting(caller, known);
  },
});
