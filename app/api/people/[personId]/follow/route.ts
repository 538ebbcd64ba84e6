import { followPerson } from "@/lib/server/commands/follow-person";
import { unfollowPerson } from "@/lib/server/commands/unfollow-person";
import { command } from "@/lib/server/http/command";

export const POST = command(followPerson);
export const DELETE = command(unfollowPerson);
