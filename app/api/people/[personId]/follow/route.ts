import { followPerson } from "@/lib/server/commands/people/follow-person";
import { unfollowPerson } from "@/lib/server/commands/people/unfollow-person";
import { command } from "@/lib/server/http/command";

export const POST = command(followPerson);
export const DELETE = command(unfollowPerson);
