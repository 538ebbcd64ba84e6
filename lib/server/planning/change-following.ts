import { granted, type Ruling, refused } from "@/lib/domain/ruling";
import { moveRule } from "@/lib/domain/shows/move-rule";
import type { Rhythm } from "@/lib/domain/shows/rhythm";
import type { EpisodeScene } from "@/lib/server/acts/act-on-episode";
import type { Transaction } from "@/lib/server/postgres/db";
import { clockAt } from "@/lib/server/shows/moment-of";
import { ruleOf } from "@/lib/server/shows/occurrences";
import { splitAt } from "@/lib/server/shows/split-rhythm";
import { changeEpisode, type EpisodeChange } from "./change-episode";
import { changeUnchanged } from "./change-unchanged";
import { planAhead } from "./plan-ahead";
import { refitEpisodes } from "./refit-episodes";
import { rhythmOf } from "./rhythm-of";
import { edited, type Told } from "./told";

/**
 * Changes a recurrence of a show's rhythm and all after it: the rhythm begins anew with it. Those before it, of which each is a room already, stay
 * as they are, and so do those that were changed by themselves. The caller has locked the show and the room. Refused `bad_input` for an
 * episode that is no recurrence of the rhythm.
 */
export async function changeFollowing(
  scene: EpisodeScene,
  change: Omit<EpisodeChange, "own" | "clubId">,
): Promise<Ruling<Told[], "bad_input">> {
  const { tx, roomId, now } = scene;
  const { scheduledFor, ...others } = change;
  const found = await recurrenceOf(scene);
  if (!found) return refused("bad_input", { field: "scope", reason: "single" });
  const { showId, zone, key, rhythm } = found;
  const moved = scheduledFor ? moveRule(rhythm, ruleOf(rhythm), clockAt(scheduledFor, zone)) : rhythm;
  // Before the show has the new words, which only those to come take from it.
  await changeEpisode(tx, roomId, change, now);
  await beginAnew(tx, scene, { ...moved, minutes: others.minutes ?? rhythm.minutes }, others);
  const told = scheduledFor ? await refitEpisodes(tx, { showId, zone, rhythm: moved, from: key, now }) : [];
  const followed = await changeUnchanged(tx, { id: showId, episodeTitle: null }, others, now, key);
  await planAhead(tx, showId, now);
  return granted([...told, await edited(tx, [roomId, ...followed])]);
}

/** Which recurrence of its show the episode is, and the rhythm from it on. */
async function recurrenceOf({ tx, roomId, showId }: EpisodeScene) {
  if (!showId) return null;
  const { occurrence: key } = await tx.room.findUniqueOrThrow({ where: { id: roomId }, select: { occurrence: true } });
  const show = await tx.show.findUniqueOrThrow({ where: { id: showId } });
  const whole = rhythmOf(show);
  const split = key && whole ? splitAt(whole, key) : null;
  return key && split ? { showId, zone: show.zone, key, rhythm: split.after } : null;
}

/** What the show makes of its next episodes from now on. Where it has words for them they are those of the changed one, whole. */
async function beginAnew(
  tx: Transaction,
  { roomId, showId }: EpisodeScene,
  { rule, firstAt, minutes, leftOut }: Rhythm,
  { title, description, topics, language, kind, guestsAllowed, opensItself }: EpisodeChange,
): Promise<void> {
  const isSaidAnew = [title, description, topics, language].some((word) => word !== undefined);
  const room = await tx.room.findUniqueOrThrow({ where: { id: roomId } });
  const words = {
    episodeTitle: room.title,
    episodeDescription: room.description,
    episodeTopics: room.topics,
    episodeLanguage: room.language,
  };
  await tx.show.update({
    where: { id: showId ?? "" },
    data: {
      ...{ rule, firstAt, minutes, kind, guestsAllowed, opensItself, leftOut: [...leftOut] },
      ...(isSaidAnew && words),
    },
  });
}
