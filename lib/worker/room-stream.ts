import { setTimeout as sleep } from "node:timers/promises";
import { announce } from "@/lib/media/announce";
import { forgetMediaRoom } from "@/lib/media/api";
import { deleteMediaRoom } from "@/lib/media/mirror";
import { ANNOUNCER_LEASE_MS, type ClaimedRoom } from "@/lib/server/announcing/claim-rooms";
import { type DueEvent, dueEvents, lastSent } from "@/lib/server/announcing/due-events";
import type { DueRoom } from "@/lib/server/announcing/due-rooms";
import { markSent } from "@/lib/server/announcing/mark-sent";
import { moderatorsOf } from "@/lib/server/announcing/moderators-of";
import type { RoomMessage } from "@/lib/wire/announcements";
import { type Bundle, bundleEvents } from "./bundle-events";
import { openPace } from "./pace";

/** Source: mechanics, announcements ("when quiet, `{version}` every 5 s"). */
const HEARTBEAT_MS = 5_000;

/** Nothing is sent in the last moments of a lease: the next holder may already be sending. */
const LEASE_MARGIN_MS = 1_000;

/** The last line of an ended room gets this long to arrive before LiveKit hangs up. */
const LAST_LINE_MS = 400;

/** The announcements of one room, for as long as this process holds its lease. Only one of its calls runs at a time. */
export class RoomStream {
  #fence: string;
  #sent: number;
  #leaseEnds = 0;
  #last: { everyone: number; moderators: number } | null = null;
  #quietSince = performance.now();
  #counts: { openSeats: number; audience: number } | null = null;
  readonly #pace = openPace();

  constructor(
    readonly roomId: string,
    claimed: ClaimedRoom,
  ) {
    this.#fence = claimed.fence;
    this.#sent = claimed.sentVersion;
  }

  /** `askedAt`: performance.now() of before the claim was sent, so that the lease is never taken for longer than it is. */
  renew(claimed: ClaimedRoom, askedAt: number): void {
    if (claimed.fence !== this.#fence) this.#last = null;
    // A renewal may have read the position before this process's last mark; another holder in between may have gone further.
    this.#sent = Math.max(this.#sent, claimed.sentVersion);
    this.#fence = claimed.fence;
    this.#leaseEnds = askedAt + ANNOUNCER_LEASE_MS;
  }

  get needsRenewal(): boolean {
    return this.#leaseEnds - performance.now() < ANNOUNCER_LEASE_MS / 2;
  }

  /** Sends all that is due, in order. False where the room is no longer this process's. Throws ServiceAway("media"). */
  async sendDue(): Promise<boolean> {
    for (;;) {
      const fence = this.#fence;
      const events = await dueEvents(this.roomId, this.#sent);
      const newest = events.at(-1);
      if (!newest) return true;
      for (const bundle of bundleEvents(events)) {
        if (!(await this.#sendBundle(bundle))) return false;
      }
      if (!(await markSent(this.roomId, fence, newest.version))) return false;
      this.#sent = newest.version;
      this.#remember(events);
      if (events.some((event) => event.happening?.type === "room_ended")) await endMediaRoom(this.roomId);
    }
  }

  /** Counts where they are not what was last said, and a heartbeat where nothing was said for a while. Throws ServiceAway("media"). */
  async keepCompany({ openSeats, stageSeats }: DueRoom): Promise<void> {
    if (openSeats === 0) return;
    const counts = { openSeats, audience: openSeats - stageSeats };
    const said = this.#counts;
    if (said?.openSeats !== counts.openSeats || said.audience !== counts.audience) {
      this.#counts = counts;
      await this.#send({ counts }, "everyone");
    }
    if (performance.now() - this.#quietSince < HEARTBEAT_MS) return;
    this.#last ??= await lastSent(this.roomId, this.#sent);
    await this.#beat("everyone", this.#last.everyone);
    if (this.#last.moderators > 0) await this.#beat("moderators", this.#last.moderators);
    this.#quietSince = performance.now();
  }

  async #beat(audience: "everyone" | "moderators", version: number): Promise<void> {
    const at = new Date().toISOString();
    await this.#sendBundle({
      audience,
      toId: null,
      announcements: [{ audience, prev: version, version, happening: null, at }],
    });
  }

  /** Where nobody is there to hear it, it counts as sent. */
  async #sendBundle({ audience, toId, announcements }: Bundle): Promise<boolean> {
    if (audience === "everyone") return this.#send(announcements, "everyone");
    const to = toId ? [toId] : await moderatorsOf(this.roomId);
    return to.length === 0 || this.#send(announcements, to);
  }

  async #send(message: RoomMessage, to: "everyone" | string[]): Promise<boolean> {
    await this.#pace();
    if (performance.now() > this.#leaseEnds - LEASE_MARGIN_MS) return false;
    await announce(this.roomId, message, to);
    return true;
  }

  #remember(events: DueEvent[]): void {
    const newestFor = (audience: DueEvent["audience"]) =>
      events.findLast((event) => event.audience === audience)?.version;
    const everyone = newestFor("everyone");
    if (everyone !== undefined) this.#quietSince = performance.now();
    if (this.#last) {
      this.#last = {
        everyone: everyone ?? this.#last.everyone,
        moderators: newestFor("moderators") ?? this.#last.moderators,
      };
    }
  }
}

async function endMediaRoom(roomId: string): Promise<void> {
  await sleep(LAST_LINE_MS);
  await deleteMediaRoom(roomId);
  forgetMediaRoom(roomId);
}
