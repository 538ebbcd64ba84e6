import type { ChatMessageView, ChatPage, ChatPulse } from "@/lib/wire/chat/views";

/** What the browser holds of one channel, the oldest line first. `version` null: not read yet. */
export type HeldChat = { version: number | null; lines: ChatMessageView[]; older: boolean };

export const NO_CHAT: HeldChat = { version: null, lines: [], older: false };

/** So many lines stay drawn while new ones come, unless older ones were asked for. */
const MAX_LINES = 200;

/** Carries a pulse in; what was told already changes nothing. `gap`: something is missing, the page must be read. */
export function applyPulse(held: HeldChat, pulse: ChatPulse): { held: HeldChat; gap: boolean } {
  if (held.version === null) return { held, gap: true };
  if (pulse.version <= held.version) return { held, gap: false };
  const deleted = new Set(pulse.deleted);
  const lines = merge(held.lines, pulse.lines).filter(({ number }) => !deleted.has(number));
  const cut = Math.max(0, lines.length - Math.max(MAX_LINES, held.lines.length));
  return {
    held: { version: pulse.version, lines: lines.slice(cut), older: held.older || cut > 0 },
    gap: pulse.more || pulse.prev > held.version,
  };
}

/** The newest page in place of all that is held; null where more was told since it was read: read it again. */
export function takePage(held: HeldChat, page: ChatPage): HeldChat | null {
  if (held.version !== null && page.version < held.version) return null;
  return { version: page.version, lines: page.lines, older: page.older };
}

/** Lines from before those that are held. */
export const addOlder = (held: HeldChat, page: ChatPage): HeldChat => ({
  ...held,
  lines: merge(page.lines, held.lines),
  older: page.older,
});

/** A line of one's own that the server has stored; the pulse that brings it again changes nothing. */
export const addLine = (held: HeldChat, line: ChatMessageView): HeldChat => ({
  ...held,
  lines: merge(held.lines, [line]),
});

export const dropLine = (held: HeldChat, number: number): HeldChat => ({
  ...held,
  lines: held.lines.filter((line) => line.number !== number),
});

function merge(one: readonly ChatMessageView[], other: readonly ChatMessageView[]): ChatMessageView[] {
  const byNumber = new Map([...one, ...other].map((line) => [line.number, line]));
  return [...byNumber.values()].sort((a, b) => a.number - b.number);
}
