import { pinLink } from "@/lib/server/commands/rooms/pin-link";
import { unpinLink } from "@/lib/server/commands/rooms/unpin-link";
import { command } from "@/lib/server/http/command";

export const PUT = command(pinLink);
export const DELETE = command(unpinLink);
