import { compareRanks, languageKey, type Rank, scoreOf, weightOf } from "@/lib/domain/hallway/ranking";
import type { HallwayFilter } from "@/lib/wire/hallway/inputs";
import type { RankableRoom } from "./rankable-rooms";
import type { KnownHere, MyTies } from "./ties";

/** A room at its place in somebody's hallway, and what ties it to them. */
export type OrderedRoom = Rank & { known: KnownHere | undefined; sharesLanguage: boolean };

/** `after`: the last room of the page before. `most`: so many are wanted, from the first on. */
type Part = { after: Rank | null; most: number };

/**
 * `rooms`, hottest first, in the order of lib/domain/hallway/ranking.ts, without asking who may see which. Those of one weight are in
 * order already, so that nothing is sorted but the weights: there are thousands of rooms, and this is done for each look.
 */
export function myOrder(
  rooms: readonly RankableRoom[],
  ties: MyTies,
  wanted: HallwayFilter,
  { after, most }: Part,
): OrderedRoom[] {
  const [language, topic] = [wanted.language && languageKey(wanted.language), ties.topicKey];
  const known = new Map(ties.known.map((here) => [here.roomId, here]));
  const [languages, topics] = [new Set(ties.languages), new Set(ties.topics)];
  const isMine = (key: string): boolean => topics.has(key);
  const byWeight = new Map<number, OrderedRoom[]>();
  for (const room of rooms) {
    if (language !== undefined && room.language !== language) continue;
    if (topic !== null && !room.topics.includes(topic)) continue;
    const here = known.get(room.id);
    const sharesLanguage = languages.has(room.language);
    const weight = weightOf({
      followedOnStage: here?.onStage ?? 0,
      followedListening: here?.listening ?? 0,
      sharesLanguage,
      sharesTopic: topics.size > 0 && room.topics.some(isMine),
    });
    const alike = byWeight.get(weight) ?? [];
    if (alike.length === 0) byWeight.set(weight, alike);
    if (alike.length >= most) continue;
    const rank = { id: room.id, score: scoreOf(weight, room.heat) };
    if (!after || (rank.id !== after.id && compareRanks(after, rank) < 0)) {
      alike.push({ ...rank, known: here, sharesLanguage });
    }
  }
  const weights = [...byWeight.keys()].sort((one, other) => other - one);
  return weights.flatMap((weight) => byWeight.get(weight) ?? []).slice(0, most);
}

/** Where a page ended, as one word for an address; readRank takes it back. */
export const writeRank = ({ score, id }: Rank): string => `${score}_${id}`;

const RANK = /^(\d{1,16}(?:\.\d{1,20})?)_([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/;

/** Null for what is no rank: a page that nobody gave begins at the top. */
export function readRank(written: string | undefined): Rank | null {
  const [, score, id] = RANK.exec(written ?? "") ?? [];
  return score !== undefined && id !== undefined ? { score: Number(score), id } : null;
}
