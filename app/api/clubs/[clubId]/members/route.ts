import { type ClubId, toId } from "@/lib/domain/ids";
import { query } from "@/lib/server/http/query";
import { club } from "@/lib/server/queries/clubs/club";
import { clubMembers } from "@/lib/server/queries/clubs/club-members";
import { clubPageInput } from "@/lib/wire/clubs/inputs";
import { clubMemberPage } from "@/lib/wire/clubs/views";

export const GET = query({
  summary: "The members of a club, its leaders first",
  who: "anyone",
  asked: clubPageInput,
  output: clubMemberPage,
  ask: async ({ caller, params, asked }) => {
    const id = toId<ClubId>(params.clubId);
    return id && (await club(caller, { id })) && clubMembers(caller, id, asked.after ?? null);
  },
});
