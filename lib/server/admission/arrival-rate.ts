import type { RoomId } from "@/lib/domain/ids";

/** So long a look back gives a steady rate and still sees a rush begin. */
const WINDOW_MS = 3_000;

/** Counts who asks for which room at one door. Forgets what lies further back than three seconds. */
export class ArrivalRate {
  private readonly asked = new Map<RoomId, { at: number; people: number }[]>();

  constructor(private readonly now: () => number = Date.now) {}

  note(roomId: RoomId, people: number): void {
    const since = this.now() - WINDOW_MS;
    const before = (this.asked.get(roomId) ?? []).filter(({ at }) => at > since);
    this.asked.set(roomId, [...before, { at: this.now(), people }]);
    for (const [id, counts] of this.asked) if ((counts.at(-1)?.at ?? 0) <= since) this.asked.delete(id);
  }

  /** People a second who asked for the room lately. */
  perSecond(roomId: RoomId): number {
    const since = this.now() - WINDOW_MS;
    const people = (this.asked.get(roomId) ?? [])
      .filter(({ at }) => at > since)
      .reduce((sum, one) => sum + one.people, 0);
    return people / (WINDOW_MS / 1_000);
  }
}
