import { granted, type Ruling, refused } from "@/lib/domain/ruling";
import { canWithShow } from "@/lib/domain/shows/show-permissions";
import { actOnEpisode, type EpisodeScene } from "@/lib/server/acts/act-on-episode";
import { defineCommand } from "@/lib/server/http/command";
import { ringHallway } from "@/lib/server/notify/ring-hallway";
import { changeEpisode } from "@/lib/server/planning/change-episode";
import { changeFollowing } from "@/lib/server/planning/change-following";
import { edited, type Told, writeTold } from "@/lib/server/planning/told";
import { episode } from "@/lib/server/queries/shows/episode";
import { momentOf } from "@/lib/server/shows/moment-of";
import { type EpisodeChanges, episodeChanges } from "@/lib/wire/shows/inputs";
import { episodeAnswer } from "@/lib/wire/shows/views";

/**
 * Changes an episode before its hour. `one`: this one alone, which its show's changes leave as it is from then on. `following`: this and all
 * after it, of the show's rhythm. Whoever wanted to come is told once of another hour or title.
 */
export const editEpisode = defineCommand({
  who: "member",
  limit: "showActsOfPerson",
  input: episodeChanges,
  output: episodeAnswer,
  refusals: ["bad_input", "episode_begun", "not_allowed", "not_found"],
  summary: "Edit an episode, or it and all after it",
  run: async (ask) => {
    const changed = await actOnEpisode(ask, (scene) => change(scene, ask.input), { alsoLocks: "show" });
    if (!changed.ok) return changed;
    ringHallway(changed.value.rooms);
    const view = await episode(ask.caller, changed.value.roomId);
    return view ? granted({ episode: view }) : refused("not_found");
  },
});

type Changed = Ruling<
  { roomId: EpisodeScene["roomId"]; rooms: Told["rooms"] },
  "bad_input" | "episode_begun" | "not_allowed"
>;

async function change(scene: EpisodeScene, { scope, when, ...changes }: EpisodeChanges): Promise<Changed> {
  const { tx, roomId, room, actor, now } = scene;
  if (!canWithShow(actor.role, "editEpisode")) return refused("not_allowed");
  if (room.status !== "scheduled") return refused("episode_begun");
  if (changes.kind === "members" && !room.clubId) return refused("bad_input", { field: "kind", reason: "no_club" });
  const scheduledFor = when && momentOf(when.at, when.zone);
  if (scheduledFor && scheduledFor <= now) return refused("bad_input", { field: "when", reason: "past" });
  const told: Told[] = [];
  if (scope === "following") {
    const following = await changeFollowing(scene, { ...changes, scheduledFor });
    if (!following.ok) return following;
    told.push(...following.value);
  } else {
    await changeEpisode(tx, roomId, { ...changes, scheduledFor, own: true }, now);
    told.push(await edited(tx, [roomId]));
  }
  return granted({ roomId, rooms: await writeTold(tx, actor.personId, told) });
}
