import { query } from "@/lib/server/http/query";
import { myNotifications } from "@/lib/server/queries/notifications/my-notifications";
import { notificationsAsked } from "@/lib/wire/notifications/inputs";
import { notificationPage } from "@/lib/wire/notifications/views";

export const GET = query({
  summary: "What I am told, newest first",
  who: "member",
  asked: notificationsAsked,
  output: notificationPage,
  ask: ({ caller, asked }) => myNotifications(caller, asked.before ?? null),
});
