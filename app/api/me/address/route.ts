import { changeAddress } from "@/lib/server/commands/account/change-address";
import { command } from "@/lib/server/http/command";

export const PUT = command(changeAddress);
