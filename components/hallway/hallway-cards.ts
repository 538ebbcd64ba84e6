import type { RoomCard, RoomPulse } from "@/lib/wire/hallway/views";

/** The cards in view, in their order, and the newest list where it differs and waits to be shown. */
export type HallwayCards = { shown: RoomCard[]; waiting: RoomCard[] | null };

/** Figures move in place. Says also whether the pulse knows of rooms, or of a stage, that the cards do not. */
export function applyPulse(cards: HallwayCards, pulses: readonly RoomPulse[]): { cards: HallwayCards; stale: boolean } {
  const changed = new Map(pulses.map((pulse) => [pulse.id, pulse]));
  const moved = (card: RoomCard): RoomCard => {
    const pulse = changed.get(card.id);
    return pulse ? { ...card, ...pulse } : card;
  };
  const known = new Map([...cards.shown, ...(cards.waiting ?? [])].map((card) => [card.id, card]));
  const stale = pulses.some((pulse) => {
    const card = known.get(pulse.id);
    if (!card) return pulse.status === "live";
    return card.stageCount !== pulse.stageCount || card.status !== pulse.status;
  });
  return { cards: { shown: cards.shown.map(moved), waiting: cards.waiting?.map(moved) ?? null }, stale };
}

/** The same without rooms that the viewer was put out of, wherever they point. */
export function withoutRooms({ shown, waiting }: HallwayCards, gone: readonly string[]): HallwayCards {
  const stays = ({ id }: RoomCard): boolean => !gone.includes(id);
  return { shown: shown.filter(stays), waiting: waiting?.filter(stays) ?? null };
}

/**
 * A fresh list. Where nobody is about to tap (`still` false) it is shown at once; otherwise what is in view keeps its place,
 * what is gone shows as ended, and new rooms wait.
 */
export function applyRooms(cards: HallwayCards, rooms: RoomCard[], still: boolean): HallwayCards {
  if (!still || cards.shown.length === 0) return { shown: rooms, waiting: null };
  const fresh = new Map(rooms.map((card) => [card.id, card]));
  const shown = cards.shown.map((card) => fresh.get(card.id) ?? { ...card, status: "ended" as const });
  const same = shown.length === rooms.length && shown.every((card, place) => card.id === rooms[place]?.id);
  return { shown, waiting: same ? null : rooms };
}

export const showWaiting = (cards: HallwayCards): HallwayCards =>
  cards.waiting ? { shown: cards.waiting, waiting: null } : cards;

/** How many rooms wait that are not in view. */
export function newRooms(cards: HallwayCards): number {
  const shown = new Set(cards.shown.map((card) => card.id));
  return (cards.waiting ?? []).filter((card) => !shown.has(card.id)).length;
}
