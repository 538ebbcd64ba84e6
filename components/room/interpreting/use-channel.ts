import { useSyncExternalStore } from "react";
import { type ChannelSettings, channelSettings } from "@/lib/client/interpreting/channel-settings";
import { type ChannelsState, channelStore } from "@/lib/client/interpreting/channel-store";

/** How the languages of the room stand in this page. */
export const useChannel = (): ChannelsState =>
  useSyncExternalStore(channelStore.watch, channelStore.state, channelStore.serverState);

/** Which language this browser hears rooms in, and how. */
export const useChannelSettings = (): ChannelSettings =>
  useSyncExternalStore(channelSettings.watch, channelSettings.state, channelSettings.serverState);
