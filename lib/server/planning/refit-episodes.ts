import type { RoomId, ShowId } from "@/lib/domain/ids";
import { refit, refitInOrder } from "@/lib/domain/shows/refit";
import type { Occurrence, Rhythm } from "@/lib/domain/shows/rhythm";
import { EPISODES_AHEAD } from "@/lib/domain/shows/show";
import type { Transaction } from "@/lib/server/postgres/db";
import { clockAt } from "@/lib/server/shows/moment-of";
import { occurrences } from "@/lib/server/shows/occurrences";
import { giveUp } from "./call-off";
import { changeEpisode } from "./change-episode";
import { type LockedEpisode, lockPlanned } from "./lock-planned";
import type { Told } from "./told";

/** `zone`: that of the rhythm before. `rhythm`: the one from now on; null for none. `from`: the recurrence from which on all are moved alike, if not all change. */
type Change = { showId: ShowId; zone: string; rhythm: Rhythm | null; from?: string; now: Date };

type Recurrence = LockedEpisode & { occurrence: string };

/**
 * Puts what is planned of a show onto another rhythm. An episode becomes one of the new recurrences, and is moved; one for which there is none is
 * called off. What was changed by itself or called off stays as it is, and stands for the recurrence nearest to it. What lies behind is not
 * touched. The caller has locked the show and plans ahead afterwards.
 */
export async function refitEpisodes(tx: Transaction, { showId, zone, rhythm, from, now }: Change): Promise<Told[]> {
  const planned = await lockPlanned(tx, showId);
  const since = [clockAt(now, zone), from ?? ""].toSorted().at(-1) ?? "";
  const toCome = planned.filter((one): one is Recurrence => one.occurrence !== null && one.occurrence >= since);
  const byKey = new Map(toCome.map((one) => [one.occurrence, one]));
  const fresh = rhythm
    ? await freeOf(tx, showId, occurrences(rhythm, { after: now, count: EPISODES_AHEAD }), toCome)
    : [];
  const { pairs, gone } = (from === undefined ? refit : refitInOrder)(
    [...byKey.keys()].toSorted(),
    fresh.map(({ key }) => key),
  );
  const moving = pairs.filter((pair) => pair.from !== pair.to);
  const ids = moving.flatMap((pair) => byKey.get(pair.from)?.id ?? []);
  // Before any of them has another's key, each of which is there once.
  await tx.room.updateMany({ where: { id: { in: ids } }, data: { occurrence: null } });
  for (const pair of pairs) {
    const [episode, next] = [byKey.get(pair.from), fresh.find(({ key }) => key === pair.to)];
    if (!episode || !next) continue;
    await tx.room.update({ where: { id: episode.id }, data: { occurrence: next.key } });
    if (!episode.own && !episode.isCancelled) await changeEpisode(tx, episode.id, { scheduledFor: next.at }, now);
  }
  const told: Told[] = [{ rooms: ids, placed: [] }];
  for (const key of gone) {
    const episode = byKey.get(key);
    if (episode && !episode.own && !episode.isCancelled)
      told.push(await giveUp(tx, episode.id, { by: null, reason: "", now }));
  }
  return told;
}

/** Those of the new times that no other episode has, such as one that was moved ahead and is over. */
async function freeOf(
  tx: Transaction,
  showId: ShowId,
  next: Occurrence[],
  toCome: readonly { id: RoomId }[],
): Promise<Occurrence[]> {
  const taken = await tx.room.findMany({
    where: { showId, occurrence: { in: next.map(({ key }) => key) }, id: { notIn: toCome.map(({ id }) => id) } },
    select: { occurrence: true },
  });
  const keys = new Set(taken.map(({ occurrence }) => occurrence));
  return next.filter(({ key }) => !keys.has(key));
}
