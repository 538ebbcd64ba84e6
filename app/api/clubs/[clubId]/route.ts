import { type ClubId, toId } from "@/lib/domain/ids";
import { closeClub } from "@/lib/server/commands/clubs/close-club";
import { editClub } from "@/lib/server/commands/clubs/edit-club";
import { command } from "@/lib/server/http/command";
import { query } from "@/lib/server/http/query";
import { club } from "@/lib/server/queries/clubs/club";
import { clubView } from "@/lib/wire/clubs/views";

export const GET = query({
  summary: "A club: words, rules, how many are in it",
  who: "anyone",
  output: clubView,
  ask: async ({ caller, params }) => {
    const id = toId<ClubId>(params.clubId);
    return id && club(caller, { id });
  },
});

export const PATCH = command(editClub);
export const DELETE = command(closeClub);
