import { revokeAccessToken } from "@/lib/server/commands/sign-in/revoke-access-token";
import { command } from "@/lib/server/http/command";

export const DELETE = command(revokeAccessToken);
