import { compareRanks, languageKey, type Rank, scoreOf } from "@/lib/domain/hallway/ranking";
import type { HallwayFilter } from "@/lib/wire/hallway/inputs";
import { hotterFirst, type RankableRoom, type RankableRooms, toRankable } from "./rankable-rooms";
import type { KnownHere, MyTies } from "./ties";

/** A room at its place in somebody's hallway, and what ties it to them. */
export type OrderedRoom = Rank & { known: KnownHere | undefined; sharesLanguage: boolean };

/** The live rooms in the order of lib/domain/hallway/ranking.ts, behind `after`; without asking who may see which. */
export function myOrder(
  { rooms }: RankableRooms,
  ties: MyTies,
  wanted: HallwayFilter,
  after: Rank | null,
): OrderedRoom[] {
  const [language, topic] = [wanted.language && languageKey(wanted.language), ties.topicKey];
  const missed = ties.missed.map(toRankable);
  const again = new Set(missed.map(({ id }) => id));
  const all = missed.length === 0 ? rooms : [...missed, ...rooms.filter(({ id }) => !again.has(id))].sort(hotterFirst);
  const known = new Map(ties.known.map((here) => [here.roomId, here]));
  const [languages, topics] = [new Set(ties.languages), new Set(ties.topics)];
  const tied: OrderedRoom[] = [];
  const untied: OrderedRoom[] = [];
  const isWanted = (room: RankableRoom): boolean =>
    (language === undefined || room.language === language) && (topic === null || room.topics.includes(topic));
  for (const room of all) {
    if (!isWanted(room)) continue;
    const here = known.get(room.id);
    const sharesLanguage = languages.has(room.language);
    const sharesTopic = topics.size > 0 && room.topics.some((key) => topics.has(key));
    const isTied = here !== undefined || sharesLanguage || sharesTopic;
    const reasons = { followedOnStage: here?.onStage ?? 0, followedListening: here?.listening ?? 0 };
    const score = isTied ? scoreOf(room.heat, { ...reasons, sharesLanguage, sharesTopic }) : room.heat;
    (isTied ? tied : untied).push({ id: room.id, score, known: here, sharesLanguage });
  }
  // No heat is as much as one tie: those without are behind all others, and in order already.
  const ordered = [...tied.sort(compareRanks), ...untied];
  return after ? ordered.slice(behind(ordered, after)) : ordered;
}

function behind(ordered: readonly OrderedRoom[], after: Rank): number {
  const place = ordered.findIndex((room) => compareRanks(after, room) < 0 && room.id !== after.id);
  return place === -1 ? ordered.length : place;
}

/** Where a page ended, as one word for an address; readRank takes it back. */
export const writeRank = ({ score, id }: Rank): string => `${score}_${id}`;

const RANK = /^(\d{1,16}(?:\.\d{1,20})?)_([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/;

/** Null for what is no rank: a page that nobody gave begins at the top. */
export function readRank(written: string | undefined): Rank | null {
  const [, score, id] = RANK.exec(written ?? "") ?? [];
  return score !== undefined && id !== undefined ? { score: Number(score), id } : null;
}
