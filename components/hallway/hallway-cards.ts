import type { RoomCard, RoomPage, RoomPulse } from "@/lib/wire/hallway/views";

type Top = Pick<RoomPage, "rooms" | "next">;

/**
 * The cards in view, in their order, and the newest first page where it differs and waits to be shown. `next`: what follows the
 * last card in view; null where nothing does.
 */
export type HallwayCards = { shown: RoomCard[]; waiting: Top | null; next: string | null };

/** Figures move in place. Says also which live rooms the cards do not know, and whether a stage or a status changed, which a pulse cannot draw. */
export function applyPulse(
  cards: HallwayCards,
  pulses: readonly RoomPulse[],
): { cards: HallwayCards; unknown: string[]; stale: boolean } {
  const changed = new Map(pulses.map((pulse) => [pulse.id, pulse]));
  const moved = (card: RoomCard): RoomCard => {
    const pulse = changed.get(card.id);
    return pulse ? { ...card, ...pulse } : card;
  };
  const known = new Map([...cards.shown, ...(cards.waiting?.rooms ?? [])].map((card) => [card.id, card]));
  const unknown = pulses.filter(({ id, status }) => status === "live" && !known.has(id)).map(({ id }) => id);
  const stale = pulses.some(({ id, stageCount, status }) => {
    const card = known.get(id);
    return card !== undefined && (card.stageCount !== stageCount || card.status !== status);
  });
  const waiting = cards.waiting && { ...cards.waiting, rooms: cards.waiting.rooms.map(moved) };
  return { cards: { ...cards, shown: cards.shown.map(moved), waiting }, unknown, stale };
}

/** The same without these rooms, wherever they point. */
export function withoutRooms(cards: HallwayCards, gone: readonly string[]): HallwayCards {
  const stays = ({ id }: RoomCard): boolean => !gone.includes(id);
  const waiting = cards.waiting && { ...cards.waiting, rooms: cards.waiting.rooms.filter(stays) };
  return { ...cards, shown: cards.shown.filter(stays), waiting };
}

/** A card back in the place where it was. */
export const withRoomBack = (cards: HallwayCards, card: RoomCard, place: number): HallwayCards =>
  cards.shown.some(({ id }) => id === card.id) ? cards : { ...cards, shown: cards.shown.toSpliced(place, 0, card) };

/**
 * A fresh first page. Where nobody is about to tap (`still` false) it is shown at once; otherwise what is in view keeps its
 * place and new rooms wait. What the page lacks has ended, unless there are more pages on which it may stand.
 */
export function applyRooms(cards: HallwayCards, top: Top, still: boolean): HallwayCards {
  if (!still || cards.shown.length === 0) return onTop(cards, top);
  const fresh = new Map(top.rooms.map((card) => [card.id, card]));
  const gone = (card: RoomCard): RoomCard => (top.next === null ? { ...card, status: "ended" } : card);
  const shown = cards.shown.map((card) => fresh.get(card.id) ?? gone(card));
  const same =
    top.rooms.every((card, place) => card.id === shown[place]?.id) &&
    (top.next !== null || shown.length === top.rooms.length);
  return { ...cards, shown, waiting: same ? null : top };
}

export const showWaiting = (cards: HallwayCards): HallwayCards => (cards.waiting ? onTop(cards, cards.waiting) : cards);

/** A page put before what was loaded behind it. */
function onTop(cards: HallwayCards, top: Top): HallwayCards {
  if (top.next === null) return { shown: top.rooms, waiting: null, next: null };
  const { shown } = withMore({ ...cards, shown: top.rooms }, { rooms: cards.shown, next: null });
  const behind = shown.filter(({ status }, place) => place < top.rooms.length || status !== "ended");
  return { shown: behind, waiting: null, next: cards.shown.length > top.rooms.length ? cards.next : top.next };
}

/** The next page behind what is in view; a room that moved up or down in between stands once, where it stood. */
export function withMore(cards: HallwayCards, { rooms, next }: Top): HallwayCards {
  const shown = new Set(cards.shown.map(({ id }) => id));
  return { ...cards, shown: [...cards.shown, ...rooms.filter(({ id }) => !shown.has(id))], next };
}

/** How many rooms wait that are not in view. */
export function newRooms(cards: HallwayCards): number {
  const shown = new Set(cards.shown.map((card) => card.id));
  return (cards.waiting?.rooms ?? []).filter((card) => !shown.has(card.id)).length;
}
