import { editGuest } from "@/lib/server/commands/guests/edit-guest";
import { revokeGuest } from "@/lib/server/commands/guests/revoke-guest";
import { command } from "@/lib/server/http/command";

export const PATCH = command(editGuest);

export const DELETE = command(revokeGuest);
