import { pingPerson } from "@/lib/server/commands/invites/ping-person";
import { command } from "@/lib/server/http/command";

export const POST = command(pingPerson);
