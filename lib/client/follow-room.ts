import type { PassingAnnouncement, RoomHappening } from "@/lib/wire/announcements";
import { api } from "./api";
import { applyAnnouncement } from "./apply-announcement";
import { chats } from "./chat-store";
import { countPeople, type HeldRoom, renewRoom } from "./held-room";
import { lacksHands } from "./lacks-hands";
import { roomReactions } from "./reactions";
import { readAnnouncement } from "./read-announcement";
import { readDelayMs } from "./retry-delay";
import { roomStore } from "./room-store";
import { isInside } from "./session-state";

/** How long to wait where an answer did not come or was older than what is known. */
const ANEW_MS = 1_000;

/** Whom to tell that the room is over for this person. */
type Outcome = (outcome: "removed" | "ended") => void;

/** Keeps what is held of the room in step: carries announcements into it, and reads the room again after a gap. */
export class FollowRoom {
  #timer: ReturnType<typeof setTimeout> | null = null;

  constructor(private readonly onOutcome: Outcome) {}

  announced(payload: Uint8Array): void {
    const held = roomStore.state().held;
    if (!held) return;
    const message = readAnnouncement(payload);
    if (!Array.isArray(message)) {
      this.#passing(held, message);
      return;
    }
    let next = held;
    for (const announcement of message) {
      const applied = applyAnnouncement(next, announcement);
      next = applied.held;
      if (applied.gap || changesHands(held, announcement.happening) || lacksHands(next.mine)) this.read();
      if (announcement.happening) chats.room.happened(announcement.happening);
    }
    this.#hold(next);
    if (message.some(({ happening }) => happening?.type === "removed" && happening.personId === held.personId)) {
      this.onOutcome("removed");
    }
  }

  #passing(held: HeldRoom, { counts, reactions, chat, moderatorsChat }: PassingAnnouncement): void {
    if (reactions) roomReactions.heard(reactions);
    if (chat) chats.room.pulse(chat);
    if (moderatorsChat) chats.moderators.pulse(moderatorsChat);
    if (!counts) return;
    const changed = counts.audience !== held.view.audienceCount;
    roomStore.tell({ type: "held", held: countPeople(held, counts) });
    if (changed) this.read();
  }

  /** Reads the room soon: at once in a small one, within five seconds in a big one. Several calls are one reading. */
  read(afterMs?: number): void {
    const people = roomStore.state().held?.view.room.openSeats ?? 0;
    this.#timer ??= setTimeout(() => void this.#readNow(), afterMs ?? readDelayMs(people, Math.random()));
  }

  stop(): void {
    if (this.#timer) clearTimeout(this.#timer);
    this.#timer = null;
  }

  /** `mine` after the view, so that it is never older than the view's version. */
  async #readNow(): Promise<void> {
    const roomId = roomStore.state().roomId ?? "";
    const view = await api.readRoom(roomId);
    const mine = view.ok ? await api.readMine(roomId) : view;
    this.#timer = null;
    const { held, phase, roomId: roomNow } = roomStore.state();
    if (!held || !isInside(phase) || roomNow !== roomId) return;
    if (!view.ok || !mine.ok) return this.read(ANEW_MS * 2);
    const renewed = renewRoom(held, view.value, mine.value);
    if (!renewed) return this.read(ANEW_MS);
    this.#hold(renewed);
  }

  #hold(held: HeldRoom): void {
    roomStore.tell({ type: "held", held });
    if (held.view.room.status === "ended") this.onOutcome("ended");
  }
}

/** Whether what I hold of hands has to be read: the queue as a whole, or my own hand, which a new mode may have parked. */
const changesHands = (held: HeldRoom, happening: RoomHappening | null): boolean =>
  happening?.type === "hands_changed" ||
  (happening?.type === "room_edited" &&
    held.mine.handRaisedAt !== null &&
    happening.room.handMode !== held.view.room.handMode);
