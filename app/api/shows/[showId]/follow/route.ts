import { followShow } from "@/lib/server/commands/reminders/follow-show";
import { unfollowShow } from "@/lib/server/commands/reminders/unfollow-show";
import { command } from "@/lib/server/http/command";

export const POST = command(followShow);
export const DELETE = command(unfollowShow);
