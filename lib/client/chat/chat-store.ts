import { v4 as uuid } from "uuid";
import { readDelayMs } from "@/lib/client/browser/retry-delay";
import type { ApiRefusal, Done } from "@/lib/client/call";
import { roomStore } from "@/lib/client/room/room-store";
import type { ChatChannel } from "@/lib/domain/chat/chat";
import { can } from "@/lib/domain/permissions";
import type { ChatPulse, ChatStanding } from "@/lib/wire/chat/views";
import type { RoomHappening } from "@/lib/wire/rooms/announcements";
import { chatApi } from "./chat-api";
import { draftMemory } from "./draft-memory";
import { addMessage, addOlder, applyPulse, dropMessage, type HeldChat, NO_CHAT, takePage } from "./held-chat";

/** A message of my own that is not stored yet. `failed`: why not; it waits to be sent again. */
export type OwnMessage = { key: string; text: string; failed: ApiRefusal | null };

export type ChatState = HeldChat & {
  own: readonly OwnMessage[];
  /** What I am writing: it outlives a look at another panel, and a chat that is closed for a while. */
  draft: string;
  /** The newest message that was in view. */
  seen: number;
  /** Null until it is known, and in the moderators' channel. `sinceLastMs` counts from `standingAt`. */
  standing: ChatStanding | null;
  /** In milliseconds of performance.now(). */
  standingAt: number;
  /** People whom moderators took out of the chat while I was here. */
  removed: readonly string[];
};

const EMPTY: ChatState = { ...NO_CHAT, own: [], draft: "", seen: 0, standing: null, standingAt: 0, removed: [] };

/** How long to wait where a page did not come, or was older than what is known. */
const ANEW_MS = 2_000;

/** One channel of the room that the page is in. Follows the session: read when it is connected, empty outside. */
class ChatStore {
  #state = EMPTY;
  #roomId: string | null = null;
  #wasLive = false;
  #timer: ReturnType<typeof setTimeout> | null = null;
  #watchers = new Set<() => void>();

  constructor(readonly channel: ChatChannel) {
    roomStore.watch(() => this.#follow());
    this.#follow();
  }

  readonly state = (): ChatState => this.#state;
  readonly serverState = (): ChatState => EMPTY;
  readonly watch = (tell: () => void): (() => void) => {
    this.#watchers.add(tell);
    return () => this.#watchers.delete(tell);
  };

  pulse(pulse: ChatPulse): void {
    const { held, gap } = applyPulse(this.#state, pulse);
    this.#change(held);
    if (gap) this.#readSoon();
  }

  happened(happening: RoomHappening): void {
    if (happening.type !== "removed_from_chat" && happening.type !== "let_back_into_chat") return;
    const { personId, type } = happening;
    const out = type === "removed_from_chat";
    const others = this.#state.removed.filter((id) => id !== personId);
    this.#change({ removed: out ? [...others, personId] : others });
    const { standing } = this.#state;
    if (standing && personId === roomStore.state().held?.personId)
      this.#change({ standing: { ...standing, removed: out } });
  }

  setDraft(draft: string): void {
    if (this.#roomId) draftMemory.keep(this.channel, this.#roomId, draft);
    this.#change({ draft });
  }

  /** Shows the message at once; where it fails it stays, with the reason. */
  async write(text: string): Promise<void> {
    const message: OwnMessage = { key: uuid(), text, failed: null };
    this.#change({ own: [...this.#state.own, message] });
    this.setDraft("");
    await this.#send(message);
  }

  async retry(key: string): Promise<void> {
    const message = this.#state.own.find((own) => own.key === key);
    if (!message) return;
    this.#changeOwn(key, { failed: null });
    await this.#send(message);
  }

  /** Gives up a message that failed. */
  discard(key: string): void {
    this.#change({ own: this.#state.own.filter((own) => own.key !== key) });
  }

  async deleteMessage(number: number): Promise<Done> {
    const answer = await chatApi.deleteMessage(this.#roomId ?? "", this.channel, number);
    if (answer.ok) this.#change(dropMessage(this.#state, number));
    return answer;
  }

  async readOlder(): Promise<void> {
    const roomId = this.#roomId;
    const before = this.#state.messages[0]?.number;
    if (!roomId || before === undefined) return;
    const answer = await chatApi.readChat(roomId, this.channel, before);
    if (answer.ok && roomId === this.#roomId) this.#change(addOlder(this.#state, answer.value));
  }

  /** All up to the message of this number were in view. */
  markSeen(number: number): void {
    if (number > this.#state.seen) this.#change({ seen: number });
  }

  /** Soon, like all that a whole room asks at once. Returns what calls it off. */
  readStandingSoon(): () => void {
    const people = roomStore.state().held?.view.room.openSeats ?? 0;
    const timer = setTimeout(() => void this.#readStanding(), readDelayMs(people, Math.random()));
    return () => clearTimeout(timer);
  }

  async #readStanding(): Promise<void> {
    const roomId = this.#roomId;
    if (!roomId || this.channel !== "room") return;
    const answer = await chatApi.readStanding(roomId);
    if (answer.ok && roomId === this.#roomId) this.#change({ standing: answer.value, standingAt: performance.now() });
  }

  async #send({ key, text }: OwnMessage): Promise<void> {
    const roomId = this.#roomId ?? "";
    const answer = await chatApi.writeChat(roomId, { channel: this.channel, text, key });
    if (roomId !== this.#roomId) return;
    if (!answer.ok) {
      this.#changeOwn(key, { failed: answer });
      if (answer.code !== "network") void this.#readStanding();
      return;
    }
    const { line: message } = answer.value;
    this.discard(key);
    this.#change({ ...addMessage(this.#state, message), seen: Math.max(this.#state.seen, message.number) });
    const { removed = false, followsLeader = false } = this.#state.standing ?? {};
    this.#change({ standing: { removed, followsLeader, sinceLastMs: 0 }, standingAt: performance.now() });
  }

  #follow(): void {
    const { roomId, phase, held } = roomStore.state();
    const seat = held?.mine.seat ?? null;
    const reads = this.channel === "room" || (seat !== null && can(seat, "useModeratorsChannel"));
    const live = phase === "live" && reads;
    if (roomId !== this.#roomId) {
      this.#roomId = roomId;
      // A move into another hall is no interruption, and its chat is another one.
      this.#wasLive = false;
      this.#change({ ...EMPTY, draft: roomId ? draftMemory.read(this.channel, roomId) : "" });
    }
    if (live && !this.#wasLive) this.#readSoon();
    // What moderators told each other stays with them.
    if (!live && this.#wasLive && this.channel === "moderators" && phase === "live") this.#change(EMPTY);
    this.#wasLive = live;
  }

  /** At once in a small room, spread over seconds in a big one. Several calls are one reading. */
  #readSoon(afterMs?: number): void {
    const people = roomStore.state().held?.view.room.openSeats ?? 0;
    this.#timer ??= setTimeout(() => void this.#read(), afterMs ?? readDelayMs(people, Math.random()));
  }

  async #read(): Promise<void> {
    const roomId = this.#roomId;
    if (!roomId) {
      this.#timer = null;
      return;
    }
    const answer = await chatApi.readChat(roomId, this.channel);
    this.#timer = null;
    if (!this.#wasLive) return;
    if (roomId !== this.#roomId) return this.#readSoon();
    const page = answer.ok ? takePage(this.#state, answer.value) : null;
    if (!page) return this.#readSoon(ANEW_MS);
    const first = this.#state.version === null;
    // What was said before I came is no news.
    this.#change(first ? { ...page, seen: page.messages.at(-1)?.number ?? 0 } : page);
    if (first) void this.#readStanding();
  }

  #changeOwn(key: string, change: Partial<OwnMessage>): void {
    this.#change({ own: this.#state.own.map((own) => (own.key === key ? { ...own, ...change } : own)) });
  }

  #change(change: Partial<ChatState>): void {
    this.#state = { ...this.#state, ...change };
    for (const tell of this.#watchers) tell();
  }
}

/** The two chats of the room that the page is in. */
export const chats: Record<ChatChannel, ChatStore> = {
  room: new ChatStore("room"),
  moderators: new ChatStore("moderators"),
};
