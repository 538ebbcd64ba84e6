import { compareRanks, languageKey, type Rank, scoreOf, weightOf } from "@/lib/domain/hallway/ranking";
import type { HallwayFilter } from "@/lib/wire/hallway/inputs";
import { hotterFirst, type RankableRoom, type RankableRooms } from "./rankable-rooms";
import type { KnownHere, MyTies } from "./ties";

/** A room at its place in somebody's hallway, and what ties it to them. */
export type OrderedRoom = Rank & { known: KnownHere | undefined; sharesLanguage: boolean };

/** `after`: the last room of the page before. `most`: so many are wanted, from the first on. */
type Part = { after: Rank | null; most: number };

/**
 * The live rooms in the order of lib/domain/hallway/ranking.ts, without asking who may see which. Those of one weight are in the order of
 * their heat, so that nothing is sorted but weights.
 */
export function myOrder(all: RankableRooms, ties: MyTies, wanted: HallwayFilter, part: Part): OrderedRoom[] {
  const { after, most } = part;
  const filter = {
    language: wanted.language === undefined ? null : languageKey(wanted.language),
    topic: ties.topicKey,
  };
  const known = new Map(ties.known.map((here) => [here.roomId, here]));
  const [languages, topics] = [new Set(ties.languages), new Set(ties.topics)];
  const isMine = (key: string): boolean => topics.has(key);
  const byWeight = new Map<number, OrderedRoom[]>();
  for (const room of hottestFirst(all, ties, filter, part)) {
    if (filter.language !== null && room.language !== filter.language) continue;
    if (filter.topic !== null && !room.topics.includes(filter.topic)) continue;
    const here = known.get(room.id);
    const sharesLanguage = languages.has(room.language);
    const weight = weightOf({
      followedOnStage: here?.onStage ?? 0,
      followedListening: here?.listening ?? 0,
      sharesLanguage,
      sharesTopic: room.topics.some(isMine),
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

type Filter = { language: string | null; topic: string | null };

/** Those among which are the rooms that are wanted, hottest first. */
function hottestFirst(all: RankableRooms, ties: MyTies, filter: Filter, part: Part): readonly RankableRoom[] {
  const listed = listedFor(all, ties, filter, part);
  if (listed.isInOrder && all.missed.length === 0) return listed.rooms;
  const byId = new Map(listed.rooms.map((room) => [room.id, room]));
  for (const room of all.missed) byId.set(room.id, room);
  return [...byId.values()].sort(hotterFirst);
}

type Listed = { rooms: readonly RankableRoom[]; isInOrder: boolean };

function listedFor(all: RankableRooms, ties: MyTies, { language, topic }: Filter, { after, most }: Part): Listed {
  const inOrder = (rooms: readonly RankableRoom[] = []): Listed => ({ rooms, isInOrder: true });
  if (topic !== null) return inOrder(all.byTopic.get(topic));
  if (language !== null) return inOrder(all.byLanguage.get(language));
  if (after !== null || most >= all.rooms.length) return inOrder(all.rooms);
  return { rooms: nearest(all, ties, most), isInOrder: false };
}

/**
 * Whoever opens their hallway is not asked for thousands of rooms: the first `most` are among all rooms where somebody is whom they know, all on
 * topics of theirs, and the hottest `most` in each language of theirs and of all. For of a room that has no more than a language of theirs, all
 * hotter ones in that language stand before it; and of one that has nothing, all hotter ones.
 */
function nearest({ rooms, byId, byLanguage, byTopic }: RankableRooms, ties: MyTies, most: number): RankableRoom[] {
  const known = ties.known.flatMap(({ roomId }) => byId.get(roomId) ?? []);
  const onTopics = ties.topics.flatMap((topic) => byTopic.get(topic) ?? []);
  const inLanguages = ties.languages.flatMap((language) => byLanguage.get(language)?.slice(0, most) ?? []);
  return [...known, ...onTopics, ...inLanguages, ...rooms.slice(0, most)];
}

/** Where a page ended, as one word for an address; readRank takes it back. */
export const writeRank = ({ score, id }: Rank): string => `${score}_${id}`;

const RANK = /^(\d{1,16}(?:\.\d{1,20})?)_([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/;

/** Null for what is no rank: a page that nobody gave begins at the top. */
export function readRank(written: string | undefined): Rank | null {
  const [, score, id] = RANK.exec(written ?? "") ?? [];
  return score !== undefined && id !== undefined ? { score: Number(score), id } : null;
}
