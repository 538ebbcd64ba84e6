// Written by scripts/openapi.mjs from what the routes say of themselves; npm run check holds it to them.
import type { z } from "zod";
import type * as fields from "@/lib/wire/fields";
import type * as notificationsInputs from "@/lib/wire/notifications/inputs";
import type * as notificationsViews from "@/lib/wire/notifications/views";

export type NotificationsApi = {
  "PUT /api/me/notification-mutes/:personId": { params: { personId: string }; answer: z.output<typeof fields.nothing> };
  "DELETE /api/me/notification-mutes/:personId": {
    params: { personId: string };
    answer: z.output<typeof fields.nothing>;
  };
  "GET /api/me/notification-mutes": { answer: z.output<typeof notificationsViews.mutedPeople> };
  "GET /api/me/notifications": {
    asked: z.input<typeof notificationsInputs.notificationsAsked>;
    answer: z.output<typeof notificationsViews.notificationPage>;
  };
  "POST /api/me/notifications/seen": {
    input: z.input<typeof notificationsInputs.seenInput>;
    answer: z.output<typeof notificationsViews.unreadAnswer>;
  };
  "GET /api/me/notifications/settings": { answer: z.output<typeof notificationsViews.notificationSettingsView> };
  "PATCH /api/me/notifications/settings": {
    input: z.input<typeof notificationsInputs.notificationChanges>;
    answer: z.output<typeof notificationsViews.notificationSettingsView>;
  };
  "GET /api/me/notifications/unread": { answer: z.output<typeof notificationsViews.unreadAnswer> };
  "PUT /api/me/push-subscriptions": {
    input: z.input<typeof notificationsInputs.pushSubscriptionInput>;
    answer: z.output<typeof fields.nothing>;
  };
  "DELETE /api/me/push-subscriptions": {
    input: z.input<typeof notificationsInputs.pushEndpointInput>;
    answer: z.output<typeof fields.nothing>;
  };
  "POST /api/unsubscribe/:key": {
    params: { key: string };
    asked: z.input<typeof fields.noBody>;
    answer: z.output<typeof fields.nothing>;
  };
};
