import { compareRanks, languageKey, type Rank, scoreOf } from "@/lib/domain/hallway/ranking";
import type { HallwayFilter } from "@/lib/wire/hallway/inputs";
import { hotterFirst, type RankableRoom, type RankableRooms, toRankable } from "./rankable-rooms";
import type { KnownHere, MyTies } from "./ties";

/** A room at its place in somebody's hallway, and what ties it to them. */
export type OrderedRoom = Rank & { known: KnownHere | undefined; sharesLanguage: boolean };

/** `after`: the last room of the page before. `most`: so many are wanted, from the first on. */
type Part = { after: Rank | null; most: number };

/** The live rooms in the order of lib/domain/hallway/ranking.ts, without asking who may see which. */
export function myOrder(all: RankableRooms, ties: MyTies, wanted: HallwayFilter, { after, most }: Part): OrderedRoom[] {
  const [language, topic] = [wanted.language && languageKey(wanted.language), ties.topicKey];
  const known = new Map(ties.known.map((here) => [here.roomId, here]));
  const [languages, topics] = [new Set(ties.languages), new Set(ties.topics)];
  const tied: OrderedRoom[] = [];
  const untied: OrderedRoom[] = [];
  for (const { id, heat, ...room } of withMissed(all.rooms, ties.missed)) {
    if ((language !== undefined && room.language !== language) || (topic !== null && !room.topics.includes(topic)))
      continue;
    const here = known.get(id);
    const sharesLanguage = languages.has(room.language);
    const sharesTopic = topics.size > 0 && room.topics.some((key) => topics.has(key));
    const isTied = here !== undefined || sharesLanguage || sharesTopic;
    // No heat is as much as one tie: those without are behind all others, and in order already.
    if (!isTied && untied.length === most) continue;
    const reasons = { followedOnStage: here?.onStage ?? 0, followedListening: here?.listening ?? 0 };
    const score = scoreOf(heat, { ...reasons, sharesLanguage, sharesTopic });
    const isBehind = after === null || (id !== after.id && compareRanks(after, { id, score }) < 0);
    if (isBehind) (isTied ? tied : untied).push({ id, score, known: here, sharesLanguage });
  }
  return [...tied.sort(compareRanks), ...untied].slice(0, most);
}

function withMissed(rooms: readonly RankableRoom[], rows: MyTies["missed"]): readonly RankableRoom[] {
  if (rows.length === 0) return rooms;
  const missed = rows.map(toRankable);
  const again = new Set(missed.map(({ id }) => id));
  return [...missed, ...rooms.filter(({ id }) => !again.has(id))].sort(hotterFirst);
}

/** Where a page ended, as one word for an address; readRank takes it back. */
export const writeRank = ({ score, id }: Rank): string => `${score}_${id}`;

const RANK = /^(\d{1,16}(?:\.\d{1,20})?)_([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/;

/** Null for what is no rank: a page that nobody gave begins at the top. */
export function readRank(written: string | undefined): Rank | null {
  const [, score, id] = RANK.exec(written ?? "") ?? [];
  return score !== undefined && id !== undefined ? { score: Number(score), id } : null;
}
