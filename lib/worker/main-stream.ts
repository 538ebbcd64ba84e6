import { type DueEvent, dueEvents, lastSent, MAX_EVENTS } from "@/lib/server/announcing/due-events";
import { type Bundle, bundleMain } from "./bundle-events";

/**
 * What everyone in the main room is told, on its way into one of its overflow rooms. Each overflow room follows the main
 * room's outbox by itself and from its own position, so that its own pace holds and nothing is lost between processes.
 */
export class MainStream {
  /** Up to where events are read; those for everyone that are not yet sent wait here. */
  #read: number;
  #waiting: DueEvent[] = [];
  #last: number | null = null;

  constructor(
    readonly mainRoomId: string,
    sentVersion: number,
  ) {
    this.#read = sentVersion;
  }

  get waits(): boolean {
    return this.#waiting.length > 0;
  }

  async readDue(): Promise<void> {
    for (;;) {
      const events = await dueEvents(this.mainRoomId, this.#read);
      this.#waiting.push(...events.filter(({ audience }) => audience === "everyone"));
      this.#read = events.at(-1)?.version ?? this.#read;
      if (events.length < MAX_EVENTS) return;
    }
  }

  /** The next message; a heartbeat where nothing waits. */
  async bundle(): Promise<{ bundle: Bundle; taken: DueEvent[] }> {
    if (this.waits) return bundleMain(this.#waiting);
    this.#last ??= (await lastSent(this.mainRoomId, this.#read)).everyone;
    const beat = { prev: this.#last, version: this.#last, happening: null, at: new Date().toISOString() };
    return { bundle: { to: "everyone", announcements: [{ audience: "main", ...beat }] }, taken: [] };
  }

  /** Takes what was sent out of what waits. Answers up to which of the main room's versions all is sent. */
  settle(sent: DueEvent[]): number {
    const versions = new Set(sent.map(({ version }) => version));
    this.#waiting = this.#waiting.filter(({ version }) => !versions.has(version));
    this.#last = sent.at(-1)?.version ?? this.#last;
    const first = this.#waiting[0];
    return first ? first.version - 1 : this.#read;
  }
}
