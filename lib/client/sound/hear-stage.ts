import type { HeldRoom } from "@/lib/client/room/held-room";
import { tellRoom } from "@/lib/client/room/tell-room";
import { relayIdentity } from "@/lib/domain/family/relay";
import { type Ducking, duck, gainOf, STEP_MS, UNDUCKED } from "@/lib/domain/stage/ducking";
import type { MainStage } from "@/lib/wire/rooms/views";
import type { StageSignal } from "@/lib/wire/stage/stage-signal";
import type { AudioPool } from "./audio-pool";
import { soundSettings } from "./sound-settings";
import { isReached, type StageReach } from "./stage-reach";
import { type LevelSource, voiceLevels } from "./voice-levels";

const UNKNOWN: StageReach = { missingSince: null, signal: null };

/**
 * The stage as an overflow room hears it: how loud, beside the hall's own talk, who speaks there, and whether it comes
 * through at all. Source: behaviours 24; mechanics, relay.
 */
export class HearStage {
  #held: HeldRoom | null = null;
  #reach = UNKNOWN;
  #levels = new Map<string, LevelSource>();
  /** The stage under the hall's own talk, and that talk under the stage. */
  #stage: Ducking = UNDUCKED;
  #local: Ducking = UNDUCKED;
  #faders = "";
  #timer: ReturnType<typeof setInterval> | null = null;
  readonly #pool: AudioPool;

  constructor(pool: AudioPool) {
    this.#pool = pool;
  }

  /** `relayed`: whether the relay's sound is connected now. */
  agree(held: HeldRoom, relayed: boolean): void {
    if (held.view.main?.room.id !== this.#held?.view.main?.room.id) this.stop();
    if (!held.view.main) return;
    this.#held = held;
    const since = relayed ? null : (this.#reach.missingSince ?? performance.now());
    this.#reach = { ...this.#reach, missingSince: since };
    this.#timer ??= setInterval(() => this.#step(), STEP_MS);
    this.#tell();
  }

  signalled(said: StageSignal, mainRoomId: string): void {
    if (mainRoomId !== this.#held?.view.main?.room.id) return;
    this.#reach = { ...this.#reach, signal: { said, at: performance.now() } };
    this.#tell();
  }

  /** Reads how loud each of them is, from what the relay says. */
  sources(ids: readonly string[]): Map<string, LevelSource> {
    const levels = new Map(ids.map((id) => [id, this.#levels.get(id) ?? (() => this.#levelOf(id))]));
    this.#levels = levels;
    return levels;
  }

  stop(): void {
    if (this.#timer) clearInterval(this.#timer);
    this.#timer = null;
    this.#held = null;
    this.#reach = UNKNOWN;
    [this.#stage, this.#local, this.#faders] = [UNDUCKED, UNDUCKED, ""];
    this.#pool.fade({});
    tellRoom({ type: "stageHeard", stage: null });
  }

  #levelOf(personId: string): number {
    const { signal } = this.#reach;
    return isReached(this.#reach, performance.now()) ? (signal?.said.speaking[personId] ?? 0) : 0;
  }

  #step(): void {
    const { main, stage } = this.#held?.view ?? {};
    if (!main || !stage || !this.#held) return;
    const at = performance.now();
    const loud = new Set(voiceLevels.loud());
    const own = this.#held.personId;
    const hallTalks = loud.has(own) || stage.some(({ id }) => loud.has(id));
    const stageTalks = main.stage.some(({ id }) => loud.has(id));
    this.#stage = duck(this.#stage, !main.room.stageFirst && hallTalks, at);
    this.#local = duck(this.#local, main.room.stageFirst && stageTalks, at);
    this.#fade(main, stage);
    this.#tell();
  }

  #fade(main: MainStage, stage: readonly { id: string }[]): void {
    const local = gainOf(this.#local.db);
    const faders = {
      ...Object.fromEntries(stage.map(({ id }) => [id, local])),
      [relayIdentity(main.room.id)]: gainOf(this.#stage.db) * soundSettings.state().stageLevel,
    };
    const shown = JSON.stringify(faders);
    if (shown === this.#faders) return;
    this.#faders = shown;
    this.#pool.fade(faders);
  }

  #tell(): void {
    const said = this.#reach.signal?.said;
    const reached = isReached(this.#reach, performance.now());
    // A relay that does not reach the stage knows of nobody there.
    const { present = null, open = null } = said?.reach ? said : {};
    const stage = { reached, present, open };
    tellRoom({ type: "stageHeard", stage });
  }
}
