import { editProfile } from "@/lib/server/commands/edit-profile";
import { command } from "@/lib/server/http/command";

export const PATCH = command(editProfile);
