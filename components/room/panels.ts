import Hand from "lucide-react/icons/hand";
import LayoutGrid from "lucide-react/icons/layout-grid";
import MessageSquare from "lucide-react/icons/message-square";
import ScrollText from "lucide-react/icons/scroll-text";
import ShieldHalf from "lucide-react/icons/shield-half";
import type { ComponentType } from "react";
import { lazily } from "@/components/ui/lazily";
import { useUnread } from "./chat/use-chat";
import { leadsHalls } from "./family/leads-halls";
import type { PanelName } from "./open-context";
import { useRoomScene } from "./room-context";
import type { RoomScene } from "./use-room";

/** A higher count says no more. */
export const MOST_COUNTED = 99;

type PanelEntry = {
  name: PanelName;
  Sign: typeof Hand;
  /** Who has it. */
  may: (scene: RoomScene) => boolean;
  load: () => Promise<ComponentType>;
};

const ENTRIES: readonly PanelEntry[] = [
  {
    name: "hands",
    Sign: Hand,
    may: ({ may, mine }) => may("readHands") && Boolean(mine?.hands),
    load: async () => (await import("./hands/hands-panel")).HandsPanel,
  },
  {
    name: "chat",
    Sign: MessageSquare,
    may: () => true,
    load: async () => (await import("./chat/chat-panel")).RoomChat,
  },
  {
    name: "moderators",
    Sign: ShieldHalf,
    may: ({ may }) => may("useModeratorsChannel"),
    load: async () => (await import("./chat/chat-panel")).ModeratorsChat,
  },
  {
    name: "halls",
    Sign: LayoutGrid,
    may: leadsHalls,
    load: async () => (await import("./family/halls-panel")).HallsPanel,
  },
  {
    name: "log",
    Sign: ScrollText,
    may: ({ may }) => may("readLog"),
    load: async () => (await import("./moderation/room-log")).RoomLog,
  },
];

/** What stands beside the room, in the order of its tabs. */
export const PANELS = ENTRIES.map((entry) => ({ ...entry, Content: lazily(entry.load) }));

/** `count`: how much of it waits for somebody; shown on the tab. */
export type Panel = (typeof PANELS)[number] & { count: number };

/** The panels that I have in this room. */
export function usePanels(): Panel[] {
  const scene = useRoomScene();
  const { mine, me } = scene;
  const counts: Partial<Record<PanelName, number>> = {
    hands: mine?.handTotals?.waiting ?? mine?.hands?.length,
    chat: useUnread("room", me?.personId),
    moderators: useUnread("moderators", me?.personId),
  };
  return PANELS.filter(({ may }) => may(scene)).map((panel) => ({ ...panel, count: counts[panel.name] ?? 0 }));
}
