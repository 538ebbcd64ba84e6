import { editProfile } from "@/lib/server/commands/people/edit-profile";
import { command } from "@/lib/server/http/command";

export const PATCH = command(editProfile);
