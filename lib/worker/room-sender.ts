import { announce } from "@/lib/media/announce";
import { ANNOUNCER_LEASE_MS } from "@/lib/server/announcing/claim-rooms";
import { moderatorsOf } from "@/lib/server/announcing/moderators-of";
import type { RoomMessage } from "@/lib/wire/rooms/announcements";
import type { Bundle } from "./bundle-events";
import { Pace } from "./pace";

/** Nothing is sent in the last moments of a lease: the next holder may already be sending. */
const LEASE_MARGIN_MS = 1_000;

/** Sends into one room, only while this process holds its lease, and notes how fast. */
export class RoomSender {
  readonly pace = new Pace();
  #leaseEnds = 0;

  constructor(readonly roomId: string) {}

  /** `askedAt`: performance.now() of before the claim was sent, so that the lease is never taken for longer than it is. */
  renew(askedAt: number): void {
    this.#leaseEnds = askedAt + ANNOUNCER_LEASE_MS;
  }

  get needsRenewal(): boolean {
    return this.#leaseEnds - performance.now() < ANNOUNCER_LEASE_MS / 2;
  }

  /** Where nobody is there to hear it, it counts as sent. */
  async sendBundle({ to, announcements }: Bundle): Promise<boolean> {
    const receivers = to === "moderators" ? await moderatorsOf(this.roomId) : to;
    return receivers.length === 0 || this.send(announcements, receivers);
  }

  /** False where the room may no longer be this process's. Throws ServiceAway("media"). */
  async send(message: RoomMessage, to: "everyone" | string[]): Promise<boolean> {
    const now = performance.now();
    if (now > this.#leaseEnds - LEASE_MARGIN_MS) return false;
    this.pace.pass(now);
    await announce(this.roomId, message, to);
    return true;
  }
}
