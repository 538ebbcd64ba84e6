import { CHAT_CHANNELS, type ChatChannel } from "@/lib/domain/chat/chat";
import { chatBefore } from "@/lib/server/announcing/chat-before";
import { dueChat } from "@/lib/server/announcing/due-chat";
import type { ChatPulse } from "@/lib/wire/chat/views";

/** How far a room's two chats were told. Kept in memory only: a successor starts at the last change. */
export class ChatPulses {
  #after: Record<ChatChannel, number> | null = null;
  /** Both at first: a line may have been written while nobody announced the room. */
  readonly #due = new Set<ChatChannel>(CHAT_CHANNELS);
  readonly #roomId: string;

  constructor(roomId: string) {
    this.#roomId = roomId;
  }

  /** Something was written or deleted in one of them. */
  changed(): void {
    for (const channel of CHAT_CHANNELS) this.#due.add(channel);
  }

  isDue(channel: ChatChannel): boolean {
    return this.#due.has(channel);
  }

  /** All that changed since it was told; null where nothing did. */
  async take(channel: ChatChannel): Promise<ChatPulse | null> {
    if (!this.#due.has(channel)) return null;
    // Before it is asked: what changes while the answer is on its way is due again.
    this.#due.clear();
    try {
      this.#after ??= await chatBefore(this.#roomId);
      const pulses = await dueChat(this.#roomId, this.#after);
      for (const other of CHAT_CHANNELS) if (other !== channel && pulses[other]) this.#due.add(other);
      return pulses[channel];
    } catch (fault) {
      this.changed();
      throw fault;
    }
  }

  told(channel: ChatChannel, { version }: ChatPulse): void {
    if (this.#after) this.#after[channel] = version;
  }
}
