import { useSyncExternalStore } from "react";
import { roomStore } from "@/lib/client/room/room-store";
import type { SessionState } from "@/lib/client/room/session-state";

/** The page's room session as it stands now. */
export const useSession = (): SessionState =>
  useSyncExternalStore(roomStore.watch, roomStore.state, roomStore.serverState);
