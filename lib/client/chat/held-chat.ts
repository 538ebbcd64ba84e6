import type { ChatMessageView, ChatPage, ChatPulse } from "@/lib/wire/chat/views";

/** What the browser holds of one channel, the oldest message first. `version` null: not read yet. */
export type HeldChat = { version: number | null; messages: ChatMessageView[]; older: boolean };

export const NO_CHAT: HeldChat = { version: null, messages: [], older: false };

/** How many messages stay drawn while new ones come, unless older ones were asked for. */
const MAX_MESSAGES = 200;

/** Carries a pulse in; what was told already changes nothing. `gap`: something is missing, the page must be read. */
export function applyPulse(held: HeldChat, pulse: ChatPulse): { held: HeldChat; gap: boolean } {
  if (held.version === null) return { held, gap: true };
  if (pulse.version <= held.version) return { held, gap: false };
  const deleted = new Set(pulse.deleted);
  const messages = merge(held.messages, pulse.lines).filter(({ number }) => !deleted.has(number));
  const cut = Math.max(0, messages.length - Math.max(MAX_MESSAGES, held.messages.length));
  return {
    held: { version: pulse.version, messages: messages.slice(cut), older: held.older || cut > 0 },
    gap: pulse.more || pulse.prev > held.version,
  };
}

/** The newest page in place of all that is held; null where more was told since it was read: read it again. */
export function takePage(held: HeldChat, page: ChatPage): HeldChat | null {
  if (held.version !== null && page.version < held.version) return null;
  return { version: page.version, messages: page.lines, older: page.older };
}

/** Messages from before those that are held. */
export const addOlder = (held: HeldChat, page: ChatPage): HeldChat => ({
  ...held,
  messages: merge(page.lines, held.messages),
  older: page.older,
});

/** A message of one's own that the server has stored; the pulse that brings it again changes nothing. */
export const addMessage = (held: HeldChat, message: ChatMessageView): HeldChat => ({
  ...held,
  messages: merge(held.messages, [message]),
});

export const dropMessage = (held: HeldChat, number: number): HeldChat => ({
  ...held,
  messages: held.messages.filter((message) => message.number !== number),
});

function merge(one: readonly ChatMessageView[], other: readonly ChatMessageView[]): ChatMessageView[] {
  const byNumber = new Map([...one, ...other].map((message) => [message.number, message]));
  return [...byNumber.values()].sort((a, b) => a.number - b.number);
}
