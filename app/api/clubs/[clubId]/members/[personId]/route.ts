import { changeMemberRole } from "@/lib/server/commands/clubs/change-member-role";
import { removeMember } from "@/lib/server/commands/clubs/remove-member";
import { command } from "@/lib/server/http/command";

export const PATCH = command(changeMemberRole);
export const DELETE = command(removeMember);
