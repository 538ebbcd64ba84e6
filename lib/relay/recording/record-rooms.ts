import { recorderIdentity } from "@/lib/domain/recording/recorder";
import { ClaimShare } from "@/lib/relay/stage/claim-share";
import { Looks, lookUntil } from "@/lib/relay/stage/looks";
import { log } from "@/lib/server/postgres/log";
import { claimEachWork, releaseWork, WORK_RENEW_MS } from "@/lib/server/postgres/work-lease";
import { type OpenRecording, openRecordings } from "@/lib/server/recording/open-recordings";
import { takeUpRecording } from "@/lib/server/recording/take-up-recording";
import { Recorder } from "./recorder";

type Made = { roomId: string; recorder: Recorder };

/**
 * Makes the recordings of rooms until `signal`. Any number of processes may: each recording is one process's at a time, by a lease
 * like a family's (carry-stages.ts), under the same `holder`. While Postgres is away all goes on as it was.
 */
export async function recordRooms(holder: string, signal: AbortSignal): Promise<void> {
  const recordings = new Recordings(holder);
  await lookUntil(signal, recordings);
}

class Recordings {
  readonly #made = new Map<string, Made>();
  readonly #ending = new Set<Promise<void>>();
  readonly #share = new ClaimShare();
  readonly #holder: string;
  #renewAtMs = 0;
  readonly #looks = new Looks(() => this.#lookOnce(), "recordings not read");

  constructor(holder: string) {
    this.#holder = holder;
  }

  concerns(roomId: string): boolean {
    return [...this.#made.values()].some((made) => made.roomId === roomId);
  }

  look(): Promise<void> {
    return this.#looks.look();
  }

  async close(): Promise<void> {
    await this.#looks.close();
    for (const recordingId of [...this.#made.keys()]) this.#end(recordingId, "rest");
    await Promise.all(this.#ending);
  }

  async #lookOnce(): Promise<void> {
    await this.#renew();
    const open = new Map((await openRecordings(this.#holder)).map((recording) => [recording.id, recording]));
    for (const [recordingId, { recorder }] of this.#made) {
      if (!open.has(recordingId)) this.#end(recordingId, "end");
      else if (recorder.isOver) this.#end(recordingId, "rest");
    }
    await this.#claim([...open.values()]);
    for (const [recordingId, { recorder }] of this.#made) recorder.follow(open.get(recordingId)?.heard ?? []);
  }

  /** Each second, and at once where somebody may have taken one over. */
  async #renew(): Promise<void> {
    if (performance.now() < this.#renewAtMs) return;
    const held = await claimEachWork(
      [...this.#made.values()].map(({ roomId }) => recorderIdentity(roomId)),
      this.#holder,
    );
    this.#renewAtMs = performance.now() + WORK_RENEW_MS;
    for (const [recordingId, { roomId }] of this.#made) {
      if (held.has(recorderIdentity(roomId))) continue;
      log().warn({ recordingId }, "recording lost to another relay");
      this.#end(recordingId, "rest");
    }
  }

  async #claim(open: OpenRecording[]): Promise<void> {
    const free = open.filter(
      ({ id, roomId, claimedElsewhere }) => !claimedElsewhere && !this.#made.has(id) && !this.concerns(roomId),
    );
    const chosen = this.#share.choose(
      free.map(({ roomId }) => roomId),
      this.#made.size,
      performance.now(),
    );
    const held = await claimEachWork(chosen.map(recorderIdentity), this.#holder);
    for (const recording of free) {
      const fence = held.get(recorderIdentity(recording.roomId));
      if (fence !== undefined) await this.#takeUp(recording, fence);
    }
  }

  async #takeUp(room: OpenRecording, fence: bigint): Promise<void> {
    const pen = { recordingId: room.id, fence };
    const from = await takeUpRecording(room.id, fence);
    if (!from) return;
    log().info({ recordingId: room.id, roomId: room.roomId, fence: Number(fence), from }, "recording taken up");
    const recorder = new Recorder({ pen, room, from, replaced: () => this.#askWhose() });
    this.#made.set(room.id, { roomId: room.roomId, recorder });
  }

  /** Resolves when it is known which recordings are still this process's. The others are left. */
  #askWhose(): Promise<void> {
    this.#renewAtMs = 0;
    return this.look();
  }

  /** The lease is let go once all is written, so that whoever goes on begins after it. */
  #end(recordingId: string, more: "rest" | "end"): void {
    const made = this.#made.get(recordingId);
    if (!made) return;
    this.#made.delete(recordingId);
    const ending = made.recorder
      .close(more)
      .then(() => releaseWork(recorderIdentity(made.roomId), this.#holder))
      .catch((fault: unknown) => log().warn({ err: fault, recordingId }, "recording not ended well"))
      .finally(() => this.#ending.delete(ending));
    this.#ending.add(ending);
  }
}
