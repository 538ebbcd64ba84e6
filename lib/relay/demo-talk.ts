import type { DemoStage } from "@/lib/server/queries/rooms/demo-stage";
import { DemoSpeaker } from "./demo-speaker";
import { Playhead } from "./playhead";
import { FRAME_MS, type Voice } from "./voice";

/** The conversation in one demo room: the cast's connections, and one playhead that keeps their recordings together. */
export class DemoTalk {
  readonly #speakers: Map<string, DemoSpeaker>;
  readonly #playhead = new Playhead(performance.now());
  #pump: NodeJS.Timeout | null = null;
  readonly #voices: ReadonlyMap<string, Voice>;

  constructor(stage: DemoStage, voices: ReadonlyMap<string, Voice>) {
    this.#voices = voices;
    this.#speakers = new Map(
      [...voices.keys()].map((handle) => [handle, new DemoSpeaker(stage.roomId, stage.capacity, handle)]),
    );
  }

  /** Follows the seats, and talks only while somebody is there to hear it, from the beginning for the first who comes. */
  follow(stage: DemoStage): void {
    for (const member of stage.cast) this.#speakers.get(member.handle)?.keepUp(member);
    if (stage.listeners > 0) this.#start();
    else this.#pause();
  }

  async close(): Promise<void> {
    this.#pause();
    await Promise.all([...this.#speakers.values()].map((speaker) => speaker.close()));
  }

  #start(): void {
    if (this.#pump) return;
    this.#playhead.restart(performance.now());
    this.#pump = setInterval(() => this.#say(), FRAME_MS);
  }

  #pause(): void {
    if (this.#pump) clearInterval(this.#pump);
    this.#pump = null;
  }

  #say(): void {
    for (const number of this.#playhead.due(performance.now())) {
      for (const [handle, frames] of this.#voices) {
        const samples = frames[number % frames.length];
        if (samples) this.#speakers.get(handle)?.say(samples);
      }
    }
  }
}
