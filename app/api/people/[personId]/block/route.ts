import { blockPerson } from "@/lib/server/commands/people/block-person";
import { unblockPerson } from "@/lib/server/commands/people/unblock-person";
import { command } from "@/lib/server/http/command";

export const POST = command(blockPerson);
export const DELETE = command(unblockPerson);
