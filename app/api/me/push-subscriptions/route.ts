import { subscribeToPush } from "@/lib/server/commands/notifications/subscribe-to-push";
import { unsubscribeFromPush } from "@/lib/server/commands/notifications/unsubscribe-from-push";
import { command } from "@/lib/server/http/command";

export const PUT = command(subscribeToPush);
export const DELETE = command(unsubscribeFromPush);
