import { askToJoin } from "@/lib/server/commands/clubs/ask-to-join";
import { withdrawRequest } from "@/lib/server/commands/clubs/withdraw-request";
import { command } from "@/lib/server/http/command";

export const POST = command(askToJoin);
export const DELETE = command(withdrawRequest);
