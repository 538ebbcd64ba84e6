import { MAX_CLUBS_FOUNDED } from "@/lib/domain/clubs/club";
import { canInClub } from "@/lib/domain/clubs/club-permissions";
import type { PersonId } from "@/lib/domain/ids";
import { granted, type Ruling, refused } from "@/lib/domain/ruling";
import { actInClub, type ClubScene, roleIn } from "@/lib/server/acts/act-in-club";
import { mayFoundAnother } from "@/lib/server/acts/may-found-another";
import { passOnTo } from "@/lib/server/acts/pass-on-to";
import { defineCommand } from "@/lib/server/http/command";
import { visiblePeople } from "@/lib/server/queries/people/person-visibility";
import { passOnInput } from "@/lib/wire/clubs/inputs";
import { nothing } from "@/lib/wire/fields";

/** Passes a club on to one of its members, who is its founder from now on; who was it before stays as an admin. */
export const passOnClub = defineCommand({
  who: "member",
  limit: "clubActsOfPerson",
  input: passOnInput,
  output: nothing,
  refusals: ["clubs_full", "not_allowed", "not_found"],
  summary: "Pass a club on to one of its members",
  run: async (ask) => {
    const personId = ask.input.personId as PersonId;
    // With their row locked, a ban of theirs is either seen here or finds the club theirs, and passes it on.
    return actInClub(ask, "alone", (scene) => passOn(scene, personId), personId);
  },
});

type Passed = Ruling<null, "clubs_full" | "not_allowed" | "not_found">;

async function passOn({ tx, clubId, actor }: ClubScene, personId: PersonId): Promise<Passed> {
  if (!canInClub(actor, "passOnClub")) return refused("not_allowed");
  const role = await roleIn(tx, clubId, personId);
  if (!role || !(await visiblePeople(actor.personId, [personId])).has(personId)) return refused("not_found");
  if (!canInClub(actor, "passOnClub", { personId, role })) return refused("not_allowed");
  if (!(await mayFoundAnother(tx, personId))) return refused("clubs_full", { limit: MAX_CLUBS_FOUNDED });
  await passOnTo(tx, clubId, actor.personId, personId);
  return granted(null);
}
