import { muteNotifications } from "@/lib/server/commands/notifications/mute-notifications";
import { unmuteNotifications } from "@/lib/server/commands/notifications/unmute-notifications";
import { command } from "@/lib/server/http/command";

export const PUT = command(muteNotifications);
export const DELETE = command(unmuteNotifications);
