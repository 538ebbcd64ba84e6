import { compareOutput, comparePlaying } from "./compare";
import { deviceList, idsOf } from "./devices";
import { pageContext } from "./page-context";
import { Player } from "./player";
import { volumeIsIgnored } from "./volume-ignored";
import { type DeviceWatcher, watchDevice } from "./watch-device";

/** As many people as a browser plays at once before it has to make another element. */
const POOL_SIZE = 12;

export type PlayableVoice = { personId: string; track: MediaStreamTrack };

/** More of them say nothing new. */
const KEPT_TRIES = 10;

/** What is heard over the stage has keys of its own: an interpreter may sit on the stage as well. */
const OVER = "over ";

/** How everybody is played. `volume`: of all, 0 to 1. `volumes`: the same by person id, 1 where there is none. */
export type PoolTuning = {
  muted: boolean;
  volume: number;
  volumes: Readonly<Record<string, number>>;
  outputId: string | null;
};

/** `blocked`: whether something keeps the sound off that only a tap can open. `otherOutput`: whether another loudspeaker than the chosen one is used. */
type Told = { blocked: (blocked: boolean) => void; otherOutput: (other: boolean) => void };

/**
 * Plays voices through a fixed pool of plain audio elements. They are made and started inside the tap on *Listen*,
 * since phones let only such elements play later on, with the screen locked too. Whatever stops them is noticed and undone, or
 * told. Source: mechanics, sound in the browser.
 */
export class AudioPool {
  #players: Player[] = [];
  #playing = new Map<string, Player>();
  #stage: PlayableVoice[] = [];
  #over: PlayableVoice[] = [];
  /** How loud the stage is beneath what is heard over it, 0 to 1. */
  #floor = 1;
  #tuning: PoolTuning = { muted: false, volume: 1, volumes: {}, outputId: null };
  #faders: Readonly<Record<string, number>> = {};
  /** When what was stopped was begun again, and whether the browser refused the last time. */
  #tries: number[] = [];
  #refused = false;
  #blocked = false;
  /** The list of devices with which the chosen loudspeaker could not be used, though it is in it. */
  #failedWith: string | null = null;
  /** It only wants a tap first. */
  #failedForTap = false;
  #otherOutput = false;
  readonly #watcher: DeviceWatcher = { look: () => this.#look(), tapped: () => this.#tapped() };
  readonly #told: Told;

  constructor(told: Told) {
    this.#told = told;
    pageContext.watch(() => this.#look());
  }

  /** Call it inside a tap: elements that were started there may play whatever comes later, and blocked ones go on. */
  unlock(): void {
    if (volumeIsIgnored()) pageContext.unlock();
    while (this.#players.length < POOL_SIZE) this.#players.push(this.#makePlayer());
    this.#tries = [];
    this.#refused = false;
    for (const player of this.#players) void this.#start(player);
  }

  /** Plays exactly these of the stage; what plays already is not touched. */
  play(voices: PlayableVoice[]): void {
    this.#stage = voices;
    this.#playAll([...voices, ...this.#over]);
  }

  /** Plays exactly these over the stage, as they come, and the stage at this level from now on. */
  playOver(voices: PlayableVoice[], floor: number): void {
    this.#over = voices.map(({ personId, track }) => ({ personId: OVER + personId, track }));
    this.#playAll([...this.#stage, ...this.#over]);
    if (floor === this.#floor) return;
    this.#floor = floor;
    this.tune(this.#tuning);
  }

  #playAll(voices: PlayableVoice[]): void {
    const wanted = new Map(voices.map(({ personId, track }) => [personId, track]));
    for (const [personId, player] of this.#playing) {
      if (wanted.get(personId) === player.track) continue;
      player.empty();
      this.#playing.delete(personId);
    }
    for (const { personId, track } of voices) {
      if (this.#playing.has(personId)) continue;
      const player = this.#freePlayer();
      this.#playing.set(personId, player);
      this.#tunePlayer(personId, player);
      player.play(personId, track);
      void this.#start(player);
    }
    if (voices.length > 0) watchDevice.join(this.#watcher);
    else watchDevice.leave(this.#watcher);
    this.#look();
  }

  tune(tuning: PoolTuning): void {
    this.#tuning = tuning;
    for (const [personId, player] of this.#playing) this.#tunePlayer(personId, player);
    this.#lookAtOutput();
  }

  /** How much of each volume is played for now, 0 to 1 by person id; all of it where there is none. */
  fade(faders: Readonly<Record<string, number>>): void {
    this.#faders = faders;
    for (const [personId, player] of this.#playing) this.#tunePlayer(personId, player);
  }

  #tunePlayer(personId: string, player: Player): void {
    const { muted, volume, volumes } = this.#tuning;
    const beneath = (volumes[personId] ?? 1) * (this.#faders[personId] ?? 1) * this.#floor;
    const level = personId.startsWith(OVER) ? 1 : beneath;
    player.setLevel(muted ? 0 : level * volume);
  }

  #freePlayer(): Player {
    const free = this.#players.find(({ track }) => track === null);
    if (free) return free;
    const made = this.#makePlayer();
    this.#players.push(made);
    return made;
  }

  #makePlayer(): Player {
    return new Player(() => this.#look());
  }

  async #start(player: Player): Promise<void> {
    const { track } = player;
    try {
      await player.start();
      if (track !== null) this.#refused = false;
    } catch (fault) {
      if (isForTap(fault) && track !== null && player.track === track) this.#refused = true;
    }
    this.#look();
  }

  /** Compares what should be heard with what the elements do. Cheap, and right at any moment. */
  #look(): void {
    const now = performance.now();
    for (const [personId, player] of this.#playing) this.#tunePlayer(personId, player);
    const wanted = [...this.#playing.values()].filter(({ isWanted }) => isWanted);
    const stopped = wanted.filter((player) => player.isStopped(now));
    const reading = { wanted: wanted.length, stopped: stopped.length, refused: this.#refused, tries: this.#tries };
    const { begin, blocked } = comparePlaying(reading, now);
    this.#blocked = blocked;
    this.#told.blocked(blocked);
    this.#lookAtOutput();
    if (!begin) return;
    this.#tries = [...this.#tries.slice(-KEPT_TRIES), now];
    for (const player of stopped) void this.#start(player);
  }

  #tapped(): void {
    if (this.#blocked) this.unlock();
    if (!this.#failedForTap) return;
    this.#failedForTap = false;
    this.#failedWith = null;
    this.#lookAtOutput();
  }

  #lookAtOutput(): void {
    const plugged = idsOf(deviceList.state().outputs);
    const failed = this.#failedWith === JSON.stringify([this.#tuning.outputId, plugged]);
    const { use, other } = compareOutput({ wanted: this.#tuning.outputId, plugged, failed });
    for (const player of this.#players) if (player.outputId !== use) void this.#moveOutput(player, use);
    pageContext.moveOutput(use);
    if (other !== this.#otherOutput) this.#told.otherOutput(other);
    this.#otherOutput = other;
  }

  async #moveOutput(player: Player, outputId: string | null): Promise<void> {
    try {
      await player.setOutput(outputId);
    } catch (fault) {
      if (outputId === null) return;
      this.#failedWith = JSON.stringify([outputId, idsOf(deviceList.state().outputs)]);
      this.#failedForTap = isForTap(fault);
    }
  }
}

/** The browser wants to be tapped first. */
const isForTap = (fault: unknown): boolean => fault instanceof DOMException && fault.name === "NotAllowedError";
