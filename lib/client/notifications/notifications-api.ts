import { call } from "@/lib/client/call";
import type { Api } from "@/lib/wire/api";

type SettingsChanges = Api["PATCH /api/me/notifications/settings"]["input"];

/** What I am told, and how. */
export const notificationsApi = {
  readUnread: () => call("GET /api/me/notifications/unread"),
  seeNotifications: (until: string) => call("POST /api/me/notifications/seen", { input: { until } }),
  changeNotifications: (input: SettingsChanges) =>
    call("PATCH /api/me/notifications/settings", { input, outlivesPage: true }),
  unsubscribeFromMail: (key: string) => call("POST /api/unsubscribe/:key", { params: { key }, asked: {} }),
  muteNotifications: (personId: string) => call("PUT /api/me/notification-mutes/:personId", { params: { personId } }),
  unmuteNotifications: (personId: string) =>
    call("DELETE /api/me/notification-mutes/:personId", { params: { personId } }),
};
