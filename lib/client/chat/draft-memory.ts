import type { ChatChannel } from "@/lib/domain/chat/chat";

const keyOf = (channel: ChatChannel, roomId: string): string => `plenum-draft-${channel}-${roomId}`;

/** The unsent message, kept in the tab's own storage, so that a reload loses no word. Private windows may keep nothing. */
export const draftMemory = {
  read(channel: ChatChannel, roomId: string): string {
    try {
      return sessionStorage.getItem(keyOf(channel, roomId)) ?? "";
    } catch {
      return "";
    }
  },
  keep(channel: ChatChannel, roomId: string, draft: string): void {
    try {
      if (draft === "") sessionStorage.removeItem(keyOf(channel, roomId));
      else sessionStorage.setItem(keyOf(channel, roomId), draft);
    } catch {
      // Then it lives as long as the page.
    }
  },
};
