import { AudioSource } from "@livekit/rtc-node";
import { env } from "@/lib/env";
import { ensureMediaRoom, forgetMediaRoom } from "@/lib/media/api";
import { mediaToken } from "@/lib/media/tokens";
import { log } from "@/lib/server/log";
import type { DemoMember } from "@/lib/server/queries/demo-stage";
import { WORK_LEASE_MS } from "@/lib/server/work-lease";
import { connectVoice, type VoiceConnection } from "./connect-voice";
import { SAMPLE_RATE } from "./voice";

/** More than connectVoice ever lets wait in it. */
const SOURCE_QUEUE_MS = 200;

const FIRST_RETRY_MS = 250;
const LONGEST_RETRY_MS = 2_000;

/** One of the cast in LiveKit, connected for as long as `keepUp` is called and their seat may speak. */
export class DemoSpeaker {
  /** One for all connections: rtc-node keeps a thread of every source it ever made. */
  private readonly source = new AudioSource(SAMPLE_RATE, 1, SOURCE_QUEUE_MS);
  private connection: VoiceConnection | null = null;
  private trying: Promise<void> | null = null;
  private retryAtMs = 0;
  private retryMs = FIRST_RETRY_MS;
  private closed = false;

  constructor(
    private readonly roomId: string,
    private readonly capacity: number,
  ) {}

  /**
   * Makes the connection follow the seat: none where the seat may not speak; a fresh one where it may and there is none,
   * one try in flight, jittered and at most 2 s apart.
   */
  keepUp(member: DemoMember): void {
    const { seat } = member;
    const maySpeak = seat && seat.role !== "listener" && !seat.muted;
    if (!maySpeak) {
      this.fallSilent();
      return;
    }
    if (this.closed || this.connection || this.trying || Date.now() < this.retryAtMs) return;
    this.trying = this.connect(member.personId, seat).finally(() => {
      this.trying = null;
    });
  }

  say(samples: Int16Array): void {
    this.connection?.say(samples);
  }

  async close(): Promise<void> {
    this.closed = true;
    await this.trying;
    await this.connection?.close();
    await this.source.close();
  }

  private async connect(personId: string, seat: NonNullable<DemoMember["seat"]>): Promise<void> {
    try {
      forgetMediaRoom(this.roomId);
      await ensureMediaRoom(this.roomId, this.capacity);
      const token = await mediaToken({ roomId: this.roomId, personId, ...seat });
      const connection = await connectVoice(env().LIVEKIT_URL, token, this.source);
      this.connection = connection;
      this.retryMs = FIRST_RETRY_MS;
      log().info({ roomId: this.roomId, personId }, "voice connected");
      void connection.lost.then((reason) => this.lost(connection, personId, reason));
    } catch (fault) {
      const level = this.retryMs === FIRST_RETRY_MS ? "warn" : "debug";
      log()[level]({ err: fault, roomId: this.roomId, personId }, "voice not connected");
      this.retryLater();
    }
  }

  /** The old connection is left before a new one is tried, or it might come back and push the new one out. */
  private async lost(connection: VoiceConnection, personId: string, reason: string): Promise<void> {
    if (!this.closed) log().warn({ roomId: this.roomId, personId, reason }, "voice lost");
    await connection.close();
    if (this.connection === connection) this.connection = null;
    if (reason === "DUPLICATE_IDENTITY") this.retryAtMs = Date.now() + WORK_LEASE_MS;
    else this.retryLater();
  }

  private fallSilent(): void {
    const connection = this.connection;
    this.connection = null;
    void connection?.close();
  }

  private retryLater(): void {
    this.retryAtMs = Date.now() + this.retryMs * (0.5 + Math.random() / 2);
    this.retryMs = Math.min(this.retryMs * 2, LONGEST_RETRY_MS);
  }
}
