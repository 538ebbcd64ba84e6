import { seeNotifications } from "@/lib/server/commands/notifications/see-notifications";
import { command } from "@/lib/server/http/command";

export const POST = command(seeNotifications);
