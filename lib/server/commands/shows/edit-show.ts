import { granted, type Ruling, refused } from "@/lib/domain/ruling";
import { canWithShow } from "@/lib/domain/shows/show-permissions";
import { actInShow, type ShowScene } from "@/lib/server/acts/act-in-show";
import { mayOpenInClub } from "@/lib/server/acts/may-open-in-club";
import { defineCommand } from "@/lib/server/http/command";
import { ringHallway } from "@/lib/server/notify/ring-hallway";
import { changeUnchanged } from "@/lib/server/planning/change-unchanged";
import { planAhead } from "@/lib/server/planning/plan-ahead";
import { refitEpisodes } from "@/lib/server/planning/refit-episodes";
import { rhythmColumns } from "@/lib/server/planning/rhythm-columns";
import { rhythmOf } from "@/lib/server/planning/rhythm-of";
import { edited, type Told, writeTold } from "@/lib/server/planning/told";
import { show as readShow } from "@/lib/server/queries/shows/show";
import { type ShowChanges, showChanges } from "@/lib/wire/shows/inputs";
import { showAnswer } from "@/lib/wire/shows/views";

/**
 * Changes a show. What its episodes have of it follows, in those to come that were not changed by themselves; another rhythm moves those. What
 * lies behind stays.
 */
export const editShow = defineCommand({
  who: "member",
  limit: "showActsOfPerson",
  input: showChanges,
  output: showAnswer,
  refusals: ["bad_input", "not_allowed", "not_found", "show_ended"],
  summary: "Edit a show",
  run: async (ask) => {
    const changed = await actInShow(ask, (scene) => change(scene, ask.input));
    if (!changed.ok) return changed;
    ringHallway(changed.value.rooms);
    const view = await readShow(ask.caller, { id: changed.value.showId });
    return view ? granted({ show: view }) : refused("not_found");
  },
});

type Changed = Ruling<
  { showId: ShowScene["showId"]; rooms: Told["rooms"] },
  "bad_input" | "not_allowed" | "not_found" | "show_ended"
>;

async function change({ tx, showId, actor, now }: ShowScene, input: ShowChanges): Promise<Changed> {
  if (!canWithShow(actor.role, "editShow")) return refused("not_allowed");
  const before = await tx.show.findUniqueOrThrow({ where: { id: showId } });
  const { rhythm, ...fields } = input;
  const { kind = before.kind, clubId = before.clubId } = fields;
  if (before.endedAt) return refused("show_ended");
  if (kind === "members" && !clubId) return refused("bad_input", { field: "kind", reason: "no_club" });
  const isNewClub = clubId !== null && clubId !== before.clubId;
  if (isNewClub && !(await mayOpenInClub(tx, clubId, actor.personId))) return refused("not_found");
  const columns = rhythm === undefined ? {} : rhythmColumns(rhythm);
  const after = await tx.show.update({ where: { id: showId }, data: { ...fields, ...columns } });
  const told: Told[] = [];
  if (rhythm !== undefined || after.zone !== before.zone) {
    told.push(...(await refitEpisodes(tx, { showId, zone: before.zone, rhythm: rhythmOf(after), now })));
  }
  const { zone: _, ...ofEpisodes } = fields;
  const followed = await changeUnchanged(tx, after, ofEpisodes, now);
  const made = await planAhead(tx, showId, now);
  told.push(await edited(tx, followed));
  const rooms = await writeTold(tx, actor.personId, told);
  return granted({ showId, rooms: [...rooms, ...made] });
}
