import { query } from "@/lib/server/http/query";
import { unreadNotifications } from "@/lib/server/queries/notifications/unread-notifications";
import { unreadAnswer } from "@/lib/wire/notifications/views";

export const GET = query({
  summary: "How much of what I am told I have not seen",
  who: "member",
  output: unreadAnswer,
  ask: ({ caller }) => unreadNotifications(caller),
});
