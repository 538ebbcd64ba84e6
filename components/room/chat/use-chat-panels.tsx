import { lazy, Suspense } from "react";
import type { Panel } from "@/components/room/side-panel";
import type { RoomScene } from "@/components/room/use-room";
import type { PersonFace } from "@/lib/wire/people/views";
import { useUnread } from "./use-chat";

/** What finds links in messages is fetched beside the room, not before it. */
const ChatPanel = lazy(() => import("./chat-panel"));

/** The chats that I may read here, as panels beside the room. */
export function useChatPanels(scene: RoomScene, onOpen: (person: PersonFace) => void): Panel[] {
  const unread = useUnread("room", scene.me?.personId);
  const unreadOfModerators = useUnread("moderators", scene.me?.personId);
  const panelOf = (name: "room" | "moderators") => (
    <Suspense>
      <ChatPanel key={name} channel={name} scene={scene} onOpen={onOpen} />
    </Suspense>
  );
  const panels: Panel[] = [{ name: "chat", count: unread, content: panelOf("room") }];
  if (scene.may("useModeratorsChannel")) {
    panels.push({ name: "moderators", count: unreadOfModerators, content: panelOf("moderators") });
  }
  return panels;
}
