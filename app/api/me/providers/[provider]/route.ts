import { unlinkProvider } from "@/lib/server/commands/account/unlink-provider";
import { command } from "@/lib/server/http/command";

export const DELETE = command(unlinkProvider);
