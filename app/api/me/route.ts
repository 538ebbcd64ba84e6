import { giveUpAccount } from "@/lib/server/commands/account/give-up-account";
import { keepAccount } from "@/lib/server/commands/account/keep-account";
import { editProfile } from "@/lib/server/commands/people/edit-profile";
import { command } from "@/lib/server/http/command";

export const PATCH = command(editProfile);
export const DELETE = command(giveUpAccount);
export const PUT = command(keepAccount);
