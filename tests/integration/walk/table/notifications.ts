import type { Table } from "@/tests/support/walk/row";

// In this order: nobody, guest, stranger, banned, leader of another room, admin, owner.
export const NOTIFICATIONS: Table = {
  "DELETE /api/me/notification-mutes/{personId}": "401 403 404 401 404 404 204",
  "DELETE /api/me/pings/{roomId}": ["401 403 404 401 404 404 204", { named: { roomId: "~elsewhere~" } }],
  "DELETE /api/me/push-subscriptions": [
    "401 403 204 401 204 204 204",
    { body: { endpoint: "https://push.example.org/1" } },
  ],
  "GET /api/me/notification-mutes": "401 403 200 401 200 200 200",
  "GET /api/me/notifications": "401 403 200 401 200 200 200",
  "GET /api/me/notifications/settings": "401 403 200 401 200 200 200",
  "GET /api/me/notifications/unread": "401 403 200 401 200 200 200",
  "GET /api/me/pings": "401 403 200 401 200 200 200",
  "PATCH /api/me/notifications/settings": ["401 403 200 401 200 200 200", { body: { wishes: { "ping.push": false } } }],
  "POST /api/me/notifications/seen": ["401 403 200 401 200 200 200", { body: { until: "2026-01-01T00:00:00.000Z" } }],
  "PUT /api/me/notification-mutes/{personId}": "401 403 204 401 204 204 204",
  "PUT /api/me/push-subscriptions": [
    "401 403 403 401 403 403 403",
    {
      body: {
        endpoint: "https://push.example.org/1",
        keys: {
          p256dh: "BAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
          auth: "AAAAAAAAAAAAAAAAAAAAAA",
        },
      },
      never: "there is no such push service",
    },
  ],
};
