import { pause } from "@/lib/client/browser/pause";
import { call, type Done } from "@/lib/client/call";
import { MAX_REACTIONS_AT_ONCE, REACTIONS, type Reaction } from "@/lib/domain/chat/reactions";

/** How often each reaction is to be shown. */
export type Burst = Partial<Record<Reaction, number>>;

/** Taps within this time travel together. */
const GATHER_MS = 400;

/**
 * The reactions of the room this page is in. One's own are shown at the tap, and taken off the sum that later brings
 * them back, so that none is seen twice.
 */
class RoomReactions {
  readonly #watchers = new Set<(burst: Burst) => void>();
  #ownShown: Burst = {};
  #toSend: { roomId: string; reaction: Reaction; count: number; sent: Promise<Done> } | null = null;

  watch(show: (burst: Burst) => void): () => void {
    this.#watchers.add(show);
    return () => this.#watchers.delete(show);
  }

  /** A sum came from the server. */
  heard(sums: Record<string, number>): void {
    const burst: Burst = {};
    for (const reaction of REACTIONS) {
      const own = Math.min(this.#ownShown[reaction] ?? 0, sums[reaction] ?? 0);
      const others = (sums[reaction] ?? 0) - own;
      this.#ownShown[reaction] = (this.#ownShown[reaction] ?? 0) - own;
      if (others > 0) burst[reaction] = others;
    }
    this.#show(burst);
  }

  /** Answers once the server took it, together with the taps that followed at once. */
  async react(roomId: string, reaction: Reaction): Promise<Done> {
    this.#show({ [reaction]: 1 });
    this.#ownShown[reaction] = (this.#ownShown[reaction] ?? 0) + 1;
    const gathering = this.#toSend;
    const isSame = gathering?.roomId === roomId && gathering.reaction === reaction;
    if (gathering && isSame && gathering.count < MAX_REACTIONS_AT_ONCE) {
      gathering.count += 1;
      return gathering.sent;
    }
    const next = { roomId, reaction, count: 1, sent: Promise.resolve<Done>({ ok: true, value: null }) };
    next.sent = this.#sendSoon(next);
    this.#toSend = next;
    return next.sent;
  }

  async #sendSoon(taps: { roomId: string; reaction: Reaction; count: number }): Promise<Done> {
    await pause(GATHER_MS);
    if (this.#toSend === taps) this.#toSend = null;
    const { roomId, reaction, count } = taps;
    const answer = await call("POST /api/rooms/:roomId/reactions", { params: { roomId }, input: { reaction, count } });
    if (!answer.ok) this.#ownShown[reaction] = Math.max(0, (this.#ownShown[reaction] ?? 0) - count);
    return answer;
  }

  #show(burst: Burst): void {
    if (Object.keys(burst).length > 0) for (const show of this.#watchers) show(burst);
  }
}

export const roomReactions = new RoomReactions();
