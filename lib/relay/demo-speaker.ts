import { setTimeout as sleep } from "node:timers/promises";
import { AudioFrame, AudioSource } from "@livekit/rtc-node";
import { ensureMediaRoom, forgetMediaRoom } from "@/lib/media/api";
import { mediaToken } from "@/lib/media/tokens";
import { WORK_LEASE_MS } from "@/lib/server/postgres/work-lease";
import type { DemoMember } from "@/lib/server/queries/rooms/demo-stage";
import { connectSpeaker } from "./connect-speaker";
import { KeptConnection } from "./kept-connection";
import { FRAME_MS, SAMPLE_RATE } from "./voice";

/** How long sound waits in the source at most. The rest is dropped, so that a stall does not make it late for good. */
const MAX_QUEUED_MS = 100;

/** More than ever waits in the source. */
const SOURCE_QUEUE_MS = 200;

/** One of the cast in LiveKit as an ordinary person, connected for as long as `keepUp` is called and their seat may speak. */
export class DemoSpeaker {
  /** One for all connections: rtc-node keeps a thread of every source it ever made. */
  readonly #source = new AudioSource(SAMPLE_RATE, 1, SOURCE_QUEUE_MS);
  readonly #connection: KeptConnection;
  #member: DemoMember | null = null;
  readonly #roomId: string;
  readonly #capacity: number;

  constructor(roomId: string, capacity: number, handle: string) {
    this.#roomId = roomId;
    this.#capacity = capacity;
    this.#connection = new KeptConnection({
      name: "voice",
      facts: { roomId, handle },
      connect: () => this.#connect(),
      replaced: () => sleep(WORK_LEASE_MS),
    });
  }

  /** Makes the connection follow the seat: none where the seat may not speak. */
  keepUp(member: DemoMember): void {
    const { seat } = member;
    this.#member = member;
    const maySpeak = seat && seat.role !== "listener" && !seat.muted;
    if (maySpeak) this.#connection.keepUp();
    else this.#connection.drop();
  }

  say(samples: Int16Array): void {
    if (!this.#connection.now || this.#source.queuedDuration + FRAME_MS > MAX_QUEUED_MS) return;
    // A frame is refused where the connection is about to be lost.
    this.#source.captureFrame(new AudioFrame(samples, SAMPLE_RATE, 1, samples.length)).catch(() => undefined);
  }

  async close(): Promise<void> {
    await this.#connection.close();
    await this.#source.close();
  }

  async #connect() {
    const { personId, seat } = this.#member ?? {};
    if (!personId || !seat) throw new Error("Nobody sits there to speak");
    forgetMediaRoom(this.#roomId);
    await ensureMediaRoom(this.#roomId, this.#capacity);
    return connectSpeaker(await mediaToken({ roomId: this.#roomId, personId, ...seat }), "voice", this.#source);
  }
}
