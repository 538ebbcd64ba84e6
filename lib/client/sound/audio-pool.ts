import { Player } from "./player";

/** As many people as a browser plays at once before it has to make another element. */
const POOL_SIZE = 12;

export type PlayableVoice = { personId: string; track: MediaStreamTrack };

/** What is heard over the stage has keys of its own: an interpreter may sit on the stage as well. */
const OVER = "over ";

/** How everybody is played. `volumes`: 0 to 1 by person id, 1 where there is none. */
export type PoolTuning = { muted: boolean; volumes: Readonly<Record<string, number>>; outputId: string | null };

/**
 * Plays voices through a fixed pool of plain audio elements. They are made and started inside the tap on *Listen*,
 * since phones let only such elements play later on, with the screen locked too. Source: mechanics, sound in the browser.
 */
export class AudioPool {
  #players: Player[] = [];
  #playing = new Map<string, Player>();
  #stage: PlayableVoice[] = [];
  #over: PlayableVoice[] = [];
  /** How loud the stage is beneath what is heard over it, 0 to 1. */
  #floor = 1;
  #tuning: PoolTuning = { muted: false, volumes: {}, outputId: null };
  #faders: Readonly<Record<string, number>> = {};

  constructor(private readonly onBlocked: (blocked: boolean) => void) {}

  /** Call it inside a tap: elements that were started there may play whatever comes later, and blocked ones go on. */
  unlock(): void {
    while (this.#players.length < POOL_SIZE) this.#players.push(new Player());
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
  }

  tune(tuning: PoolTuning): void {
    this.#tuning = tuning;
    for (const [personId, player] of this.#playing) this.#tunePlayer(personId, player);
  }

  /** How much of each volume is played for now, 0 to 1 by person id; all of it where there is none. */
  fade(faders: Readonly<Record<string, number>>): void {
    this.#faders = faders;
    for (const [personId, player] of this.#playing) this.#tunePlayer(personId, player);
  }

  #tunePlayer(personId: string, player: Player): void {
    const { muted, volumes, outputId } = this.#tuning;
    const beneath = (volumes[personId] ?? 1) * (this.#faders[personId] ?? 1) * this.#floor;
    const level = personId.startsWith(OVER) ? 1 : beneath;
    player.tune({ level: muted ? 0 : level, outputId });
  }

  #freePlayer(): Player {
    const free = this.#players.find(({ track }) => track === null);
    if (free) return free;
    const made = new Player();
    this.#players.push(made);
    return made;
  }

  async #start(player: Player): Promise<void> {
    const { track } = player;
    try {
      await player.start();
      if (track !== null) this.onBlocked(false);
    } catch (fault) {
      const refused = fault instanceof DOMException && fault.name === "NotAllowedError";
      if (refused && track !== null && player.track === track) this.onBlocked(true);
    }
  }
}
