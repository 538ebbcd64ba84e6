/**
 * How full a room is, in the words of every page: `taken` seats are the ones on stage, the ones of listeners, and the ones kept
 * for people who were called up to another hall's stage.
 */
export type RoomCounts = { taken: number; onStage: number; listening: number; kept: number };

/**
 * Counts of one moment. Who is on stage is known at once, while open seats are told once a second: only an overflow hall
 * keeps seats, so everywhere else the sum is made of what is shown, and figures that stand beside each other agree.
 */
export function countRoom(room: {
  onStage: number;
  listening: number;
  openSeats: number;
  isOverflow: boolean;
}): RoomCounts {
  const { onStage, listening } = room;
  const kept = room.isOverflow ? Math.max(0, room.openSeats - onStage - listening) : 0;
  return { taken: onStage + listening + kept, onStage, listening, kept };
}

/** The same of a room of which only its open seats and its stage are known. */
export function countOpenSeats(openSeats: number, onStage: number): RoomCounts {
  const listening = Math.max(0, openSeats - onStage);
  return { taken: onStage + listening, onStage, listening, kept: 0 };
}
