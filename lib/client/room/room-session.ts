import { api, type SeatClaim, sayGoodbye } from "@/lib/client/api";
import { pageId } from "@/lib/client/browser/page-id";
import { onPageLife } from "@/lib/client/browser/page-life";
import { lineMemory } from "@/lib/client/door/line-memory";
import { loadChannels } from "@/lib/client/interpreting/load-channels";
import { AudioPool } from "@/lib/client/sound/audio-pool";
import { HearRoom } from "@/lib/client/sound/hear-room";
import type { Sound } from "@/lib/client/sound/load-sound";
import { Microphone } from "@/lib/client/sound/microphone";
import { TOLD_OF_MICROPHONE, TOLD_OF_SOUND } from "@/lib/client/sound/tell-room-store";
import { isOnStage } from "@/lib/domain/roles";
import type { JoinAnswer } from "@/lib/wire/seats/door";
import type { CloseReason, Connection } from "./connection";
import { Contact } from "./contact";
import { enterRoom, ownSeat, soundFirst } from "./enter-room";
import { FollowRoom } from "./follow-room";
import { holdRoom } from "./held-room";
import { readExitReason } from "./read-exit-reason";
import { roomStore } from "./room-store";
import { seatMemory } from "./seat-memory";
import { isInside, maySpeak, type SeatBefore } from "./session-state";
import { Surroundings } from "./surroundings";
import { Takeovers } from "./takeovers";
import { type SessionEvent, tellRoom } from "./tell-room";

/**
 * The one room session of a page: takes the seat, connects, plays, and comes back as long as the page lives.
 * What it finds out it tells the room store; the screen reads it there. Source: mechanics, rooms in LiveKit.
 */
export class RoomSession {
  /** Grows with every room entered or left; whatever began in an earlier life gives up. */
  #life = 0;
  /** Where a move leads to, from its first moment on. */
  #movingTo: string | null = null;
  #connection: Connection | null = null;
  readonly #contact = new Contact(() => this.#fallSilent());
  readonly #takeovers = new Takeovers();
  readonly #pool = new AudioPool(TOLD_OF_SOUND);
  readonly #following = new FollowRoom({
    over: (outcome) => this.#end({ type: outcome }),
    moved: (roomId) => void this.moveTo(roomId),
  });
  readonly #hearing = new HearRoom(this.#pool, () => this.#following.read());
  readonly microphone = new Microphone(
    () => ({ connection: this.#connection, maySpeak: maySpeak(roomStore.state()) }),
    { ...TOLD_OF_MICROPHONE, capture: (capture) => this.#hearing.ownMicrophone(capture) },
  );
  readonly #surroundings = new Surroundings(this.#pool, () => void this.leave());

  constructor() {
    const inside = (): boolean => isInside(roomStore.state().phase);
    onPageLife({
      gone: () => inside() && sayGoodbye(roomStore.state().roomId ?? ""),
      back: () => inside() && void this.#comeBack(),
    });
    roomStore.watch(() => this.#agree());
  }

  /** Enters a room, leaving another one first. Call it inside the tap, so that phones let it play. `invite`: the secret of a link. `opened`: they made it just now. Answers whether they are in by this. */
  async listen(roomId: string, invite?: string, opened = false): Promise<boolean> {
    const { phase, roomId: present } = roomStore.state();
    if (isInside(phase) && present === roomId) {
      this.#pool.unlock();
      return true;
    }
    if (isInside(phase)) this.#end({ type: "left" });
    tellRoom({ type: "asked", roomId, opened });
    const life = this.#begin();
    const entered = this.#enter(life, roomId, { page: pageId(), back: false, invite });
    // Still inside the tap, but the question to the door is on its way already.
    this.#pool.unlock();
    await entered;
    return life === this.#life && isInside(roomStore.state().phase);
  }

  /** After a reload while waiting: goes on in the same place. */
  async waitOn(roomId: string, ticket: string): Promise<void> {
    if (isInside(roomStore.state().phase)) return;
    tellRoom({ type: "asked", roomId });
    await this.#enter(this.#begin(), roomId, { page: pageId(), back: true, ticket });
  }

  /** After a reload: as `listen`, and what the absence cost is told. `tapped`: see the seat memory. */
  async comeBackTo(roomId: string, before: SeatBefore, tapped = false): Promise<void> {
    this.#pool.unlock();
    if (isInside(roomStore.state().phase)) return;
    tellRoom({ type: "asked", roomId, before });
    await this.#enter(this.#begin(), roomId, { page: pageId(), back: !tapped });
  }

  /**
   * Moves into the room of the family that the person's seat is in by now: called up to its stage, sent back from it, or come over.
   * What plays goes on until that room is heard. The person arrives there muted. Answers once they are in, or out for good.
   */
  async moveTo(roomId: string): Promise<void> {
    if (!isInside(roomStore.state().phase)) return;
    if (roomStore.state().roomId === roomId || this.#movingTo === roomId) return;
    this.#movingTo = roomId;
    if (this.microphone.isOn) await this.microphone.turn(false);
    // Left, or moved elsewhere, meanwhile.
    if (this.#movingTo !== roomId) return;
    if (this.#connection) this.#hearing.playOn(this.#connection);
    this.#connection = null;
    const life = this.#begin();
    this.#movingTo = roomId;
    await this.#enter(life, roomId, ownSeat(), { moved: true });
  }

  /** Stops sound and microphone at once, then gives the seat up. */
  async leave(): Promise<void> {
    const { roomId, phase } = roomStore.state();
    if (!roomId || !isInside(phase)) return;
    this.#end({ type: "left" });
    await api.leaveSeat(roomId);
  }

  /** Call it inside a tap: plays what the browser would not play by itself. */
  unlockSound(): void {
    this.#pool.unlock();
  }

  /** `moved`: see `moveTo`. */
  #enter(life: number, roomId: string, claim: SeatClaim, { moved = false, lost = false } = {}): Promise<void> {
    return enterRoom({
      roomId,
      claim,
      moved,
      lost,
      isWanted: () => life === this.#life,
      connect: (sound, answer) => this.#connect(life, sound, answer, moved),
      end: (event) => this.#end(event),
    });
  }

  async #connect(life: number, sound: Sound, answer: JoinAnswer, moved: boolean): Promise<boolean> {
    // The room that the person is moved out of plays on for a moment, and has nothing else to say.
    const ifCurrent = (act: () => void): void => (connection === this.#connection ? act() : undefined);
    const held = holdRoom(answer);
    const hear = (): void => ifCurrent(() => this.#hearing.agree(held, connection));
    let isDrawn = false;
    const connection: Connection = new sound.Connection({
      changed: () => (isDrawn ? this.#agree() : hear()),
      announced: (payload) => ifCurrent(() => this.#announced(payload)),
      signalled: (payload, mainRoomId) => ifCurrent(() => this.#hearing.signalled(payload, mainRoomId)),
      interrupted: () => ifCurrent(() => this.#interrupted()),
      restored: () => ifCurrent(() => this.#restored()),
      closed: (reason) => ifCurrent(() => void this.#closed(reason)),
    });
    this.#connection = connection;
    this.#surroundings.tune();
    const { opened, mayDraw } = soundFirst(connection, answer.media, hear);
    if (!moved) await mayDraw;
    isDrawn = true;
    if (life === this.#life) tellRoom({ type: "seated", answer, moved });
    if ((await opened) && life === this.#life) {
      this.#restored();
      return true;
    }
    if (this.#connection === connection) this.#connection = null;
    await connection.close();
    return false;
  }

  #announced(payload: Uint8Array): void {
    this.#contact.heard();
    this.#following.announced(payload);
  }

  #interrupted(): void {
    tellRoom({ type: "interrupted" });
    this.#surroundings.lose();
    this.#contact.broke();
  }

  /** A person who was out of touch for long is not put on the air again without their doing. */
  #fallSilent(): void {
    if (roomStore.state().phase !== "reconnecting" || !this.microphone.isOn) return;
    void this.microphone.turn(false);
    tellRoom({ type: "silenced" });
  }

  #restored(): void {
    this.#contact.check();
    this.#contact.heard();
    tellRoom({ type: "connected" });
    this.#following.read();
    this.#agree();
    const own = roomStore.state().held?.personId;
    if (this.#connection && own) this.#surroundings.watch(this.#connection, own, () => this.microphone.isOn);
  }

  async #closed(reason: CloseReason): Promise<void> {
    if (reason === "moved" && !this.#takeovers.mayBeOwn()) return this.#end({ type: "moved" });
    if (reason !== "removed") return this.#comeBack();
    this.#interrupted();
    const life = this.#life;
    const why = await readExitReason(roomStore.state().roomId ?? "");
    if (life !== this.#life) return;
    if (typeof why !== "string") return this.moveTo(why.movedTo);
    if (why !== "gone") return this.#end({ type: why });
    await this.#comeBack();
  }

  async #comeBack(): Promise<void> {
    this.#interrupted();
    await this.#enter(this.#begin(), roomStore.state().roomId ?? "", ownSeat(), { lost: true });
  }

  /** A new life: what an earlier one had open is closed, and what it still waits for comes to nothing. */
  #begin(): number {
    void this.#connection?.close();
    this.#connection = null;
    this.#movingTo = null;
    this.#following.stop();
    this.#surroundings.lose();
    return ++this.#life;
  }

  #end(event: SessionEvent): void {
    this.#begin();
    this.microphone.close();
    this.#hearing.stop();
    this.#surroundings.clear();
    seatMemory.clear();
    lineMemory.clear();
    tellRoom(event);
  }

  /** Brings sound and microphone in line with the room as it is known and connected now. */
  #agree(): void {
    const { held, phase, roomId } = roomStore.state();
    if (!held || !isInside(phase)) return;
    const { seat } = held.mine;
    if (roomId && seat) seatMemory.keep(roomId, { id: seat.id, onStage: isOnStage(seat.role) });
    this.#surroundings.agree(held, maySpeak(roomStore.state()));
    this.#hearing.agree(held, this.#connection);
    void this.microphone.settle();
    if (held.view.channels.length > 0) void loadChannels(this.#pool);
  }
}

let session: RoomSession | null = null;

/** The page's one session, made at its first use; only in a browser. */
export function roomSession(): RoomSession {
  session ??= new RoomSession();
  return session;
}
