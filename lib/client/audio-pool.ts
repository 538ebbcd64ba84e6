/** As many people as a browser plays at once before it has to make another element. */
const POOL_SIZE = 12;

export type PlayableVoice = { personId: string; track: MediaStreamTrack };

type Player = { element: HTMLAudioElement; track: MediaStreamTrack | null };

/**
 * Plays voices through a fixed pool of plain audio elements. They are made and started inside the tap on *Listen*,
 * since phones let only such elements play later on, with the screen locked too. Source: mechanics, sound in the browser.
 */
export class AudioPool {
  #players: Player[] = [];

  constructor(private readonly onBlocked: (blocked: boolean) => void) {}

  /** Call it inside a tap: elements that were started there may play whatever comes later, and blocked ones go on. */
  unlock(): void {
    while (this.#players.length < POOL_SIZE) this.#players.push(makePlayer());
    for (const player of this.#players) void this.#start(player);
  }

  /** Plays exactly these voices; what plays already is not touched. */
  play(voices: PlayableVoice[]): void {
    const wanted = new Set(voices.map(({ track }) => track));
    for (const player of this.#players) if (player.track && !wanted.has(player.track)) empty(player);
    const playing = new Set(this.#players.map(({ track }) => track));
    for (const { personId, track } of voices) {
      if (playing.has(track)) continue;
      const player = this.#freePlayer();
      player.track = track;
      player.element.dataset.person = personId;
      player.element.srcObject = new MediaStream([track]);
      void this.#start(player);
    }
  }

  #freePlayer(): Player {
    const free = this.#players.find(({ track }) => track === null);
    if (free) return free;
    const made = makePlayer();
    this.#players.push(made);
    return made;
  }

  async #start(player: Player): Promise<void> {
    const { element, track } = player;
    try {
      await element.play();
      if (track !== null) this.onBlocked(false);
    } catch (fault) {
      const refused = fault instanceof DOMException && fault.name === "NotAllowedError";
      if (refused && track !== null && player.track === track) this.onBlocked(true);
    }
  }
}

function makePlayer(): Player {
  const element = document.createElement("audio");
  element.autoplay = true;
  element.setAttribute("playsinline", "");
  element.hidden = true;
  document.body.append(element);
  return { element, track: null };
}

function empty(player: Player): void {
  player.track = null;
  player.element.srcObject = null;
  delete player.element.dataset.person;
}
