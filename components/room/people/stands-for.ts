import { isInside, type SessionState } from "@/lib/client/room/session-state";

/**
 * Whether the page of that room shows the room that the person is in: it is its own, or it gives way to it, being the one that
 * was asked for, the one that they were moved out of, or the main room whose stage is heard.
 */
export function standsFor({ roomId, phase, movedFrom, held }: SessionState, pageRoomId: string | undefined): boolean {
  if (pageRoomId === undefined) return false;
  if (roomId === pageRoomId) return true;
  return isInside(phase) && (movedFrom === pageRoomId || held?.view.room.family?.mainRoomId === pageRoomId);
}

/** The room whose page has that path; undefined for other pages. */
export const roomOfPage = (path: string): string | undefined => /^\/rooms\/([^/]+)$/.exec(path)?.[1];
