import { changeNotifications } from "@/lib/server/commands/notifications/change-notifications";
import { command } from "@/lib/server/http/command";
import { query } from "@/lib/server/http/query";
import { mailWay } from "@/lib/server/mail/send-mail";
import { notificationSettings } from "@/lib/server/queries/notifications/notification-settings";
import { notificationSettingsView } from "@/lib/wire/notifications/views";

export const GET = query({
  summary: "How I am told",
  who: "member",
  output: notificationSettingsView,
  ask: ({ caller }) => notificationSettings(caller, { mails: mailWay() !== null }),
});
export const PATCH = command(changeNotifications);
