import { api } from "@/lib/client/api";
import { readDelayMs } from "@/lib/client/browser/retry-delay";
import { chats } from "@/lib/client/chat/chat-store";
import { roomReactions } from "@/lib/client/chat/reactions";
import { needsMoreHands } from "@/lib/client/hands/needs-more-hands";
import { can } from "@/lib/domain/permissions";
import type { FamilyCounts, PassingAnnouncement, RoomHappening, RoomMessage } from "@/lib/wire/rooms/announcements";
import { applyAnnouncement } from "./apply-announcement";
import { type Counted, countFamily, countPeople, type HeldRoom, recount, renewRoom } from "./held-room";
import { roomStore } from "./room-store";
import { isInside } from "./session-state";
import { tellRoom } from "./tell-room";

/** How long to wait where an answer did not come or was older than what is known. */
const ANEW_MS = 1_000;

/**
 * What to call when the room is over for this person, or when their seat is in another room of the family. `closed`: the
 * hall ended while its stage, as far as it is known, goes on.
 */
type Told = { over: (outcome: "removed" | "ended" | "closed") => void; moved: (roomId: string) => void };

/** Keeps what is held of the room in step: carries announcements into it, and reads the room again after a gap. */
export class FollowRoom {
  #timer: ReturnType<typeof setTimeout> | null = null;
  /** The last announced version of the family's queue. */
  #handsVersion: string | null = null;
  #counted: Counted | null = null;
  readonly #told: Told;

  constructor(told: Told) {
    this.#told = told;
  }

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
      if (applied.gap || changesHands(held, announcement.happening) || needsMoreHands(next.mine)) this.read();
      if (announcement.happening) chats.room.happened(announcement.happening);
    }
    this.#hold(next);
    for (const { happening } of message) {
      if (happening?.type === "removed" && happening.personId === held.personId) this.#told.over("removed");
      if (happening?.type === "sent_back") this.#told.moved(happening.roomId);
    }
  }

  #passing(held: HeldRoom, { counts, reactions, chat, moderatorsChat, family }: PassingAnnouncement): void {
    if (reactions) roomReactions.heard(reactions);
    if (chat) chats.room.pulse(chat);
    if (moderatorsChat) chats.moderators.pulse(moderatorsChat);
    if (family) this.#countFamily(held, family);
    if (!counts) return;
    const changed = counts.audience !== held.view.audienceCount;
    this.#counted = { counts, atMs: performance.now() };
    change((now) => countPeople(now, counts));
    if (changed) this.read();
  }

  #countFamily({ mine }: HeldRoom, family: FamilyCounts): void {
    change((now) => countFamily(now, family));
    const changed = this.#handsVersion !== family.handsVersion;
    this.#handsVersion = family.handsVersion;
    if (changed && mine.seat && can(mine.seat, "readHands")) this.read();
  }

  /** Reads the room soon: at once in a small one, within five seconds in a big one. Several calls are one reading. */
  read(afterMs?: number): void {
    const people = roomStore.state().held?.view.room.openSeats ?? 0;
    this.#timer ??= setTimeout(() => void this.#readNow(), afterMs ?? readDelayMs(people, Math.random()));
  }

  stop(): void {
    if (this.#timer) clearTimeout(this.#timer);
    this.#timer = null;
    this.#handsVersion = null;
    this.#counted = null;
  }

  /** `mine` after the view, so that it is never older than the view's version. */
  async #readNow(): Promise<void> {
    const roomId = roomStore.state().roomId ?? "";
    const beganAtMs = performance.now();
    const view = await api.readRoom(roomId);
    const mine = view.ok ? await api.readMine(roomId) : view;
    this.#timer = null;
    const { held, phase, roomId: roomNow } = roomStore.state();
    if (!held || !isInside(phase) || roomNow !== roomId) return;
    if (!view.ok || !mine.ok) return this.read(ANEW_MS * 2);
    if (mine.value.seat === null && mine.value.movedTo) return this.#told.moved(mine.value.movedTo);
    const renewed = renewRoom(held, view.value, mine.value);
    if (!renewed) return this.read(ANEW_MS);
    const recounted = recount(renewed, this.#counted, beganAtMs);
    // Once more when a reading is surely newer, but no sooner than a big room may be read.
    if (recounted) this.read(ANEW_MS + readDelayMs(renewed.view.room.openSeats, Math.random()));
    this.#hold(recounted ?? renewed);
  }

  #hold(held: HeldRoom): void {
    tellRoom({ type: "held", held });
    const { room, main } = held.view;
    if (room.status !== "ended") return;
    if (main?.room.status === "live") void this.#hallEnded(room.id, main.room.id);
    else this.#told.over("ended");
  }

  /** The family may have ended too, with that news still on its way: then there is no other hall to go to. */
  async #hallEnded(roomId: string, mainRoomId: string): Promise<void> {
    const main = await api.readRoom(mainRoomId);
    if (roomStore.state().roomId !== roomId) return;
    this.#told.over(main.ok && main.value.room.status !== "live" ? "ended" : "closed");
  }
}

function change(make: (held: HeldRoom) => HeldRoom): void {
  const { held } = roomStore.state();
  if (held) tellRoom({ type: "held", held: make(held) });
}

/** Whether what I hold of hands has to be read: the queue as a whole, or my own hand, which a new mode may have parked. */
const changesHands = ({ mine, view }: HeldRoom, happening: RoomHappening | null): boolean =>
  happening?.type === "hands_changed" ||
  (happening?.type === "room_edited" &&
    mine.handRaisedAt !== null &&
    [view.room, view.main?.room].some(
      (room) => room?.id === happening.room.id && room.handMode !== happening.room.handMode,
    ));

/** Our own server wrote it, so its shape is trusted. What cannot be read is skipped, and the next heartbeat shows the gap. */
function readAnnouncement(payload: Uint8Array): RoomMessage {
  try {
    return JSON.parse(new TextDecoder().decode(payload)) as RoomMessage;
  } catch {
    return [];
  }
}
