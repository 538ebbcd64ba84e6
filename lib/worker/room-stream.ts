import { setTimeout as sleep } from "node:timers/promises";
import type { ClaimedRoom } from "@/lib/server/announcing/claim-rooms";
import { type DueEvent, dueEvents, lastSent, MAX_EVENTS } from "@/lib/server/announcing/due-events";
import type { DueRoom } from "@/lib/server/announcing/due-rooms";
import { markMainSent, markSent } from "@/lib/server/announcing/mark-sent";
import { moderatorsOf } from "@/lib/server/announcing/moderators-of";
import { openHands } from "@/lib/server/announcing/open-hands";
import type { Announcement, PassingAnnouncement } from "@/lib/wire/rooms/announcements";
import { type Bundle, bundlePeople, bundleStream, sumHands } from "./bundle-events";
import { ChatPulses } from "./chat-pulses";
import { endMediaRoom } from "./end-media-room";
import { MainStream } from "./main-stream";
import { nextTurn, type Stream } from "./next-turn";
import { Passing } from "./passing";
import { RoomSender } from "./room-sender";

/** Source: mechanics, announcements ("when quiet, `{version}` every 5 s"). */
const HEARTBEAT_MS = 5_000;

/** A busy room wakes its announcer with every commit; so much it gathers before it asks Postgres again. */
const GATHER_MS = 40;

/** The audiences that a heartbeat goes to. */
type HeartbeatAudience = "everyone" | "moderators" | "main";

/** The announcements of one room, for as long as this process holds its lease. Only one of its calls runs at a time. */
export class RoomStream {
  readonly passing = new Passing();
  readonly chat: ChatPulses;
  readonly #sender: RoomSender;
  #fence: string;
  /** Up to where Postgres knows that all is sent, and up to where events are read; those between wait here. */
  #marked: number;
  #read: number;
  #waiting: DueEvent[] = [];
  #readAt = Number.NEGATIVE_INFINITY;
  #last: Partial<Record<"everyone" | "moderators", number>> = {};
  #main: MainStream | null = null;
  #mainSentVersion: number;
  readonly #heartbeatsDue = new Set<HeartbeatAudience>();
  #ends = false;
  #stopped = false;
  #quietSince = performance.now();
  readonly #sentAt: Partial<Record<Stream, number>> = {};
  #wake: (() => void) | null = null;

  constructor(
    readonly roomId: string,
    claimed: ClaimedRoom,
  ) {
    this.chat = new ChatPulses(roomId);
    this.#sender = new RoomSender(roomId);
    this.#fence = claimed.fence;
    this.#marked = claimed.sentVersion;
    this.#read = claimed.sentVersion;
    this.#mainSentVersion = claimed.mainSentVersion;
  }

  /** `askedAt`: see RoomSender.renew. */
  renew(claimed: ClaimedRoom, askedAt: number): void {
    if (claimed.fence !== this.#fence) {
      this.#last = {};
      this.#main = null;
      this.#mainSentVersion = claimed.mainSentVersion;
    }
    // A renewal may have read the position before this process's last mark; another holder in between may have gone further.
    this.#marked = Math.max(this.#marked, claimed.sentVersion);
    this.#read = Math.max(this.#read, this.#marked);
    this.#waiting = this.#waiting.filter(({ version }) => version > claimed.sentVersion);
    this.#fence = claimed.fence;
    this.#sender.renew(askedAt);
  }

  /** Of an overflow room, once it was looked through. */
  get mainRoomId(): string | null {
    return this.#main?.mainRoomId ?? null;
  }

  get needsRenewal(): boolean {
    return this.#sender.needsRenewal;
  }

  /** Something new may be due: a call that waits for its turn looks once more. */
  wake(): void {
    this.#wake?.();
  }

  /** Sends no more: the successor sends what still waits. A busy room would otherwise never let its announcer go. */
  stop(): void {
    this.#stopped = true;
    this.wake();
  }

  /**
   * Sends all that is due, each stream in order, at most four messages a second; what comes in the meantime travels
   * with what waits. False where the room is no longer this process's. Throws ServiceAway("media").
   */
  async sendDue(): Promise<boolean> {
    for (;;) {
      if (this.#stopped) return false;
      await this.#readDue();
      const turn = nextTurn(this.#streams(), this.#sentAt, this.#sender.pace, performance.now());
      if (!turn) break;
      if (turn.waitMs > 0) {
        await this.#waitForTurn(turn.waitMs);
      } else if (!(await this.#sendTurn(turn.stream))) return false;
    }
    if (this.#ends) await endMediaRoom(this.roomId);
    this.#ends = false;
    return true;
  }

  /** How the room stands, as it was looked through: counts are due, and a heartbeat where nothing was said for a while. */
  note({ openSeats, audience, mainRoomId, family }: DueRoom, followed: string | null): void {
    if (mainRoomId !== this.mainRoomId) {
      this.#main = mainRoomId === null ? null : new MainStream(mainRoomId, this.#mainSentVersion);
    }
    if (openSeats === 0) return;
    this.passing.count({ openSeats, audience, followed });
    this.passing.countFamily(family);
    if (performance.now() - this.#quietSince < HEARTBEAT_MS) return;
    this.#quietSince = performance.now();
    this.#heartbeatsDue.add("everyone").add("moderators");
    if (this.#main) this.#heartbeatsDue.add("main");
  }

  async #readDue(): Promise<void> {
    this.#readAt = performance.now();
    for (;;) {
      const events = await dueEvents(this.roomId, this.#read);
      this.#waiting.push(...events);
      this.#read = events.at(-1)?.version ?? this.#read;
      if (events.length < MAX_EVENTS) break;
    }
    await this.#main?.readDue();
  }

  #streams(): Set<Stream> {
    const waiting = new Set<Stream>();
    for (const { audience } of this.#waiting) waiting.add(audience === "person" ? "persons" : audience);
    for (const audience of this.#heartbeatsDue) waiting.add(audience);
    if (this.#main?.waits) waiting.add("main");
    if (this.passing.waits || this.chat.isDue("room")) waiting.add("passing");
    if (this.chat.isDue("moderators")) waiting.add("moderatorsPassing");
    return waiting;
  }

  /** Until the turn comes, or until something new is due that might go first. */
  async #waitForTurn(waitMs: number): Promise<void> {
    const full = this.#sender.pace.waitMs(performance.now());
    if (full > 0) return void (await sleep(full));
    const gathering = this.#readAt + GATHER_MS - performance.now();
    if (gathering > 0) await sleep(Math.min(gathering, waitMs));
    const woken = new AbortController();
    this.#wake = () => woken.abort();
    await sleep(waitMs, undefined, { signal: woken.signal }).catch(() => undefined);
    this.#wake = null;
  }

  async #sendTurn(stream: Stream): Promise<boolean> {
    this.#sentAt[stream] = performance.now();
    if (stream === "passing" || stream === "moderatorsPassing") return this.#sendPassing(stream);
    if (stream === "main") return this.#sendMain();
    const bundled = await this.#bundle(stream);
    if (!bundled) return true;
    if (!(await this.#sender.sendBundle(bundled.bundle))) return false;
    return this.#settle(bundled.taken);
  }

  async #sendMain(): Promise<boolean> {
    this.#heartbeatsDue.delete("main");
    if (!this.#main) return true;
    const { bundle, taken } = await this.#main.bundle();
    if (!(await this.#sender.sendBundle(bundle))) return false;
    const done = this.#main.settle(taken);
    if (done === this.#mainSentVersion) return true;
    this.#mainSentVersion = done;
    return markMainSent(this.roomId, this.#fence, done);
  }

  async #sendPassing(stream: "passing" | "moderatorsPassing"): Promise<boolean> {
    const channel = stream === "passing" ? "room" : "moderators";
    const chat = await this.chat.take(channel);
    const message: PassingAnnouncement =
      stream === "passing"
        ? { ...this.passing.take(), ...(chat && { chat }) }
        : { ...(chat && { moderatorsChat: chat }) };
    if (Object.keys(message).length === 0) return true;
    try {
      const to = stream === "passing" ? "everyone" : await moderatorsOf(this.roomId);
      const isOurs = to.length === 0 || (await this.#sender.send(message, to));
      if (isOurs && chat) this.chat.told(channel, chat);
      return isOurs;
    } catch (fault) {
      this.passing.giveBack(message);
      if (chat) this.chat.changed();
      throw fault;
    }
  }

  async #bundle(
    stream: Exclude<Stream, "main" | "passing" | "moderatorsPassing">,
  ): Promise<{ bundle: Bundle; taken: DueEvent[] } | null> {
    if (stream === "persons") return bundlePeople(this.#waiting.filter(({ audience }) => audience === "person"));
    const events = this.#waiting.filter(({ audience }) => audience === stream);
    this.#heartbeatsDue.delete(stream);
    if (events.length === 0) return this.#heartbeat(stream);
    if (stream !== "moderators") return bundleStream("everyone", events);
    const summed = sumHands(events, await openHands(this.roomId));
    const bundled = bundleStream("moderators", summed);
    const upTo = bundled.taken.at(-1)?.version ?? 0;
    return { bundle: bundled.bundle, taken: events.filter(({ version }) => version <= upTo) };
  }

  /** Takes what was sent out of what waits, and stores how far all is sent. False where the room was lost meanwhile. */
  async #settle(sent: DueEvent[]): Promise<boolean> {
    const versions = new Set(sent.map(({ version }) => version));
    this.#waiting = this.#waiting.filter(({ version }) => !versions.has(version));
    this.#remember(sent);
    const first = this.#waiting[0];
    const done = first ? first.version - 1 : this.#read;
    if (done > this.#marked) {
      if (!(await markSent(this.roomId, this.#fence, done))) return false;
      this.#marked = done;
    }
    return true;
  }

  /** Null where that audience was never told anything. */
  async #heartbeat(audience: "everyone" | "moderators"): Promise<{ bundle: Bundle; taken: DueEvent[] } | null> {
    this.#last[audience] ??= (await lastSent(this.roomId, this.#read))[audience];
    const version = this.#last[audience];
    if (audience === "moderators" && version === 0) return null;
    const beat: Announcement = { audience, prev: version, version, happening: null, at: new Date().toISOString() };
    return { bundle: { to: audience, announcements: [beat] }, taken: [] };
  }

  #remember(sent: DueEvent[]): void {
    for (const { audience, version, happening } of sent) {
      if (audience !== "person") this.#last[audience] = version;
      if (audience === "everyone") this.#quietSince = performance.now();
      if (happening?.type === "room_ended") this.#ends = true;
    }
  }
}
