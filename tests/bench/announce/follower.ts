import { applyAnnouncement } from "@/lib/client/room/apply-announcement";
import { type HeldRoom, holdRoom, renewRoom } from "@/lib/client/room/held-room";
import type { PersonId, RoomId } from "@/lib/domain/ids";
import { mine } from "@/lib/server/queries/rooms/mine";
import { readRoomView } from "@/lib/server/queries/rooms/read-room-view";
import type { RoomMessage } from "@/lib/wire/rooms/announcements";

/** Somebody's browser without a screen: it applies what it is told with the browser's own rules, and reads at a gap. */
export class Follower {
  /** How often it had to read the room. */
  readings = 0;
  #held: HeldRoom | null = null;
  #work: Promise<void> = Promise.resolve();
  #stale = false;
  readonly #roomId: RoomId;

  constructor(
    roomId: RoomId,
    readonly personId: PersonId,
  ) {
    this.#roomId = roomId;
  }

  async enter(): Promise<void> {
    const { view, own } = await this.#read();
    if (!own.seat) throw new Error("no seat to follow the room from");
    this.#held = holdRoom({ room: view, mine: own, seat: own.seat, media: { url: "", token: "" } });
  }

  /** What LiveKit hands to this browser. */
  hear(message: RoomMessage): void {
    if (!Array.isArray(message) || !this.#held) return;
    for (const announcement of message) {
      const { held, gap } = applyAnnouncement(this.#held, announcement);
      this.#held = held;
      if (gap || announcement.happening?.type === "hands_changed") this.#readSoon();
    }
  }

  /** What it holds once it has read whatever it had to. */
  async settled(): Promise<HeldRoom> {
    for (let work = null as Promise<void> | null; work !== this.#work; ) {
      work = this.#work;
      await work;
    }
    if (!this.#held) throw new Error("not in the room");
    return this.#held;
  }

  /** However often it has to, it reads once at a time. */
  #readSoon(): void {
    if (this.#stale) return;
    this.#stale = true;
    this.#work = this.#work.then(async () => {
      this.#stale = false;
      this.readings += 1;
      const { view, own } = await this.#read();
      if (!this.#held) return;
      const renewed = renewRoom(this.#held, view, own);
      if (renewed) this.#held = renewed;
      else this.#readSoon();
    });
  }

  async #read() {
    const view = await readRoomView(this.#roomId);
    if (!view) throw new Error("the room is gone");
    return { view, own: await mine(this.#roomId, { id: this.personId }) };
  }
}
