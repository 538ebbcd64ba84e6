import { api } from "@/lib/client/api";
import type { ApiRefusal } from "@/lib/client/call";
import type { Connection } from "@/lib/client/room/connection";
import { mayPass } from "@/lib/client/room/obstacles";
import { roomStore } from "@/lib/client/room/room-store";
import { isInside } from "@/lib/client/room/session-state";
import { AudioPool } from "@/lib/client/sound/audio-pool";
import { loadSound } from "@/lib/client/sound/load-sound";
import { soundSettings } from "@/lib/client/sound/sound-settings";
import { relayOf } from "@/lib/domain/family/relay";
import { familyApi } from "./family-api";

/** A third of the visit's lease: two requests may get lost. */
const RENEW_EVERY_MS = 10_000;

/** How soon a lost connection is tried again, and how often the hall's stage is read while somebody unknown sends. */
const ANEW_MS = 1_000;

/** The hall that is listened in to; `heard` once its sound is connected. Null where none is. */
export type ListeningIn = { id: string; number: number; heard: boolean } | null;

/**
 * The page's one visit to another hall: a second connection beside the room's own, which plays what is said there and
 * not the stage that the relay brings. It goes on while other panels are in front and ends with the room.
 */
class ListenIn {
  #now: ListeningIn = null;
  /** Grows with every visit begun or ended; whatever began in an earlier one gives up. */
  #life = 0;
  #connection: Connection | null = null;
  #stage: ReadonlySet<string> = new Set();
  #timer: ReturnType<typeof setInterval> | null = null;
  #onRefusal: (refusal: ApiRefusal) => void = () => {};
  readonly #watchers = new Set<() => void>();
  // Whatever the browser blocks here it blocks in the room as well, which asks for the tap.
  readonly #pool = new AudioPool({ blocked: () => {}, otherOutput: () => {} });

  constructor() {
    roomStore.watch(() => this.#followRoom());
    soundSettings.watch(() => this.#tune());
  }

  readonly state = (): ListeningIn => this.#now;

  readonly watch = (tell: () => void): (() => void) => {
    this.#watchers.add(tell);
    return () => this.#watchers.delete(tell);
  };

  /** Call it inside the tap. Another visit ends with it. `onRefusal`: why it could not begin, or did not go on. */
  start(hall: { id: string; number: number }, onRefusal: (refusal: ApiRefusal) => void): void {
    this.#pool.unlock();
    this.#end();
    this.#onRefusal = onRefusal;
    this.#tell({ id: hall.id, number: hall.number, heard: false });
    this.#tune();
    const life = this.#life;
    this.#timer = setInterval(() => void this.#renew(life, hall.id), RENEW_EVERY_MS);
    void this.#connect(life, hall.id);
  }

  async stop(): Promise<void> {
    const before = this.#now;
    this.#end();
    if (before) await familyApi.endVisit(before.id);
  }

  async #connect(life: number, hallId: string): Promise<void> {
    const [answer, sound] = await Promise.all([familyApi.visitHall(hallId), loadSound().catch(() => null)]);
    if (life !== this.#life) return;
    if (!answer.ok && !mayPass(answer.code)) return this.#giveUp(answer);
    if (!answer.ok || !sound) return this.#connectSoon(life, hallId);
    const changed = (): void => this.#agree(life, hallId);
    const nothing = (): void => {};
    const connection: Connection = new sound.Connection({
      changed,
      announced: nothing,
      signalled: nothing,
      interrupted: nothing,
      restored: changed,
      closed: () => this.#connectSoon(life, hallId),
    });
    void this.#connection?.close();
    this.#connection = connection;
    const opened = await connection.open(answer.value.media.url, answer.value.media.token);
    if (life !== this.#life) return void connection.close();
    if (!opened) return this.#connectSoon(life, hallId);
    if (this.#now) this.#tell({ ...this.#now, heard: true });
    changed();
  }

  #connectSoon(life: number, hallId: string): void {
    if (life !== this.#life) return;
    if (this.#now?.heard) this.#tell({ ...this.#now, heard: false });
    setTimeout(() => {
      if (life === this.#life) void this.#connect(life, hallId);
    }, ANEW_MS);
  }

  async #renew(life: number, hallId: string): Promise<void> {
    const answer = await familyApi.visitHall(hallId);
    if (life === this.#life && !answer.ok && !mayPass(answer.code)) this.#giveUp(answer);
  }

  #giveUp(refusal: ApiRefusal): void {
    const tell = this.#onRefusal;
    this.#end();
    tell(refusal);
  }

  /** Plays those on the hall's own stage; who sends and is not on it as it was read has it read once more. */
  #agree(life: number, hallId: string): void {
    if (life !== this.#life || !this.#connection) return;
    const voices = this.#connection.voices().filter(({ personId }) => relayOf(personId) === null);
    const known = voices.filter(({ personId }) => this.#stage.has(personId));
    this.#pool.play(known.flatMap(({ personId, track }) => (track ? [{ personId, track }] : [])));
    if (known.length < voices.length) void this.#readStage(life, hallId);
  }

  async #readStage(life: number, hallId: string): Promise<void> {
    const before = this.#stage;
    const view = await api.readRoom(hallId);
    if (life !== this.#life || !view.ok) return;
    this.#stage = new Set(view.value.stage.map(({ id }) => id));
    const more = [...this.#stage].some((id) => !before.has(id));
    if (more) this.#agree(life, hallId);
    else setTimeout(() => this.#agree(life, hallId), ANEW_MS);
  }

  #followRoom(): void {
    if (!this.#now) return;
    if (isInside(roomStore.state().phase)) this.#tune();
    else void this.stop();
  }

  #tune(): void {
    const { volumes, outputId } = soundSettings.state();
    this.#pool.tune({ muted: roomStore.state().roomMuted, volume: 1, volumes, outputId });
  }

  #end(): void {
    this.#life++;
    if (this.#timer) clearInterval(this.#timer);
    this.#timer = null;
    void this.#connection?.close();
    this.#connection = null;
    this.#stage = new Set();
    this.#pool.play([]);
    if (this.#now) this.#tell(null);
  }

  #tell(now: ListeningIn): void {
    this.#now = now;
    for (const tell of this.#watchers) tell();
  }
}

let visit: ListenIn | null = null;

/** The page's one visit, made at its first use; only in a browser. */
export function listenIn(): ListenIn {
  visit ??= new ListenIn();
  return visit;
}
