import { pinLink } from "@/lib/server/commands/pin-link";
import { unpinLink } from "@/lib/server/commands/unpin-link";
import { command } from "@/lib/server/http/command";

export const PUT = command(pinLink);
export const DELETE = command(unpinLink);
