import { askForAddressCode } from "@/lib/server/commands/account/ask-for-address-code";
import { command } from "@/lib/server/http/command";

export const POST = command(askForAddressCode);
