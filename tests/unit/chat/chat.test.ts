import { describe, expect, it } from "vitest";
import { deleteMessage, removeFromChat, writeChat } from "@/lib/domain/chat/chat";
import { ROLES, type Role } from "@/lib/domain/roles";
import { CHAT_MODES } from "@/lib/domain/rooms/room";

const FRESH = { removed: false, followsLeader: false, sinceLastMs: null };
const seat = (role: Role, personId: string = role) => ({ personId, role });
const room = (chatMode: (typeof CHAT_MODES)[number], chatSlowSeconds = 0) => ({ chatMode, chatSlowSeconds });

describe("writing in the chat", () => {
  it("each mode lets just its people write", () => {
    const allowed = CHAT_MODES.map((mode) => [
      mode,
      ROLES.filter((role) => writeChat(seat(role), room(mode), FRESH).ok),
    ]);
    expect(Object.fromEntries(allowed)).toEqual({
      off: [],
      speakers: ["host", "moderator", "speaker"],
      followers: ["host", "moderator", "speaker"],
      everyone: ["host", "moderator", "speaker", "listener"],
    });
  });

  it("whoever follows the host or a moderator writes among followers, and not among speakers", () => {
    const standing = { ...FRESH, followsLeader: true };
    expect(writeChat(seat("listener"), room("followers"), standing).ok).toBe(true);
    expect(writeChat(seat("listener"), room("speakers"), standing)).toMatchObject({ refusal: "chat_for_speakers" });
  });

  it("whoever was taken out of the chat writes in no mode", () => {
    for (const mode of CHAT_MODES) {
      expect(writeChat(seat("speaker"), room(mode), { ...FRESH, removed: true })).toMatchObject({
        refusal: "chat_removed",
      });
    }
  });

  it("slow mode says how long to wait, and lets moderators write", () => {
    const standing = { ...FRESH, sinceLastMs: 4_100 };
    expect(writeChat(seat("speaker"), room("everyone", 10), standing)).toMatchObject({
      refusal: "too_many",
      facts: { retryAfterSeconds: 6 },
    });
    expect(writeChat(seat("moderator"), room("everyone", 10), standing).ok).toBe(true);
    expect(writeChat(seat("listener"), room("everyone", 10), { ...FRESH, sinceLastMs: 10_000 }).ok).toBe(true);
  });
});

describe("cleaning the chat", () => {
  it("one deletes one's own line, a moderator anybody's, a listener nobody else's", () => {
    expect(deleteMessage(seat("listener"), seat("listener"))).toMatchObject({ value: { moderates: false } });
    expect(deleteMessage(seat("moderator"), seat("listener"))).toMatchObject({ value: { moderates: true } });
    expect(deleteMessage(seat("speaker"), seat("listener")).ok).toBe(false);
  });

  it("only lower ranks are taken out of the chat, and never oneself", () => {
    expect(removeFromChat(seat("moderator"), seat("speaker"), false, true)).toMatchObject({ value: "change" });
    expect(removeFromChat(seat("moderator"), seat("speaker"), true, true)).toMatchObject({ value: "done" });
    expect(removeFromChat(seat("moderator"), seat("host"), false, true).ok).toBe(false);
    expect(removeFromChat(seat("moderator"), seat("moderator", "other"), false, true).ok).toBe(false);
    expect(removeFromChat(seat("host"), seat("host"), false, true).ok).toBe(false);
  });
});
