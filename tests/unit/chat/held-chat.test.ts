import { describe, expect, it } from "vitest";
import { addOlder, applyPulse, type HeldChat, takePage } from "@/lib/client/chat/held-chat";
import type { ChatMessageView, ChatPulse } from "@/lib/wire/chat/views";

const message = (number: number): ChatMessageView => ({
  number,
  person: { id: "dev", name: "Dev", handle: "dev", portraitSeed: 1, portrait: null, isNew: false, isGuest: false },
  text: `line ${number}`,
  writtenAt: "2026-11-24T00:00:00.000Z",
});
const held = (version: number, ...numbers: number[]): HeldChat => ({
  version,
  messages: numbers.map(message),
  older: false,
});
const pulse = (prev: number, version: number, change: Partial<ChatPulse>): ChatPulse => ({
  prev,
  version,
  lines: [],
  deleted: [],
  more: false,
  ...change,
});
const numbers = (chat: HeldChat) => chat.messages.map(({ number }) => number);

describe("following a chat", () => {
  it("a pulse brings messages in their order and takes deleted ones", () => {
    const { held: next, gap } = applyPulse(held(3, 1, 2, 3), pulse(3, 5, { lines: [message(4)], deleted: [2] }));
    expect(numbers(next)).toEqual([1, 3, 4]);
    expect(gap).toBe(false);
  });

  it("a pulse that came already changes nothing", () => {
    const before = held(5, 1, 3);
    expect(applyPulse(before, pulse(3, 5, { lines: [message(2)] }))).toEqual({ held: before, gap: false });
  });

  it("what a pulse does not follow on, or does not hold, has to be read", () => {
    expect(applyPulse(held(3, 3), pulse(4, 5, { lines: [message(5)] })).gap).toBe(true);
    expect(applyPulse(held(3, 3), pulse(3, 50, { more: true })).gap).toBe(true);
    expect(applyPulse({ ...held(0), version: null }, pulse(0, 1, { lines: [message(1)] })).gap).toBe(true);
  });

  it("a page that is older than what was told is not taken", () => {
    expect(takePage(held(5, 5), { version: 4, lines: [message(4)], older: false })).toBeNull();
    expect(takePage(held(5, 5), { version: 6, lines: [message(6)], older: true })).toMatchObject({ version: 6 });
  });

  it("in a long evening only the newest two hundred stay drawn, and older ones can be read again", () => {
    const many = held(200, ...Array.from({ length: 200 }, (_, index) => index + 1));
    const { held: next } = applyPulse(many, pulse(200, 201, { lines: [message(201)] }));
    expect(next.messages).toHaveLength(200);
    expect(next).toMatchObject({ older: true, messages: { 0: { number: 2 } } });
    expect(numbers(addOlder(next, { version: 201, lines: [message(1)], older: false }))[0]).toBe(1);
  });
});
