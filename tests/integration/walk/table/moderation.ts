import type { Table } from "@/tests/support/walk/row";

// In this order: nobody, guest, stranger, banned, leader of another room, admin, owner.
export const MODERATION: Table = {
  "DELETE /api/rooms/{roomId}/bans/{personId}": "401 403 404 401 404 409 204",
  "DELETE /api/rooms/{roomId}/invite-links/{linkId}": "401 403 404 401 404 409 204",
  "DELETE /api/rooms/{roomId}/stage/mute": "401 403 404 401 404 409 204",
  "DELETE /api/rooms/{roomId}/stage/{personId}": "401 404 404 401 404 409 204",
  "DELETE /api/rooms/{roomId}/stage/{personId}/mute": ["401 404 404 401 404 409 204", { by: "cleo" }],
  "GET /api/rooms/{roomId}/bans": "404 404 404 404 404 404 200",
  "GET /api/rooms/{roomId}/invite-links": "404 404 404 404 404 404 200",
  "GET /api/rooms/{roomId}/log": "404 404 404 404 404 200 200",
  "PATCH /api/rooms/{roomId}/stage/{personId}": ["401 403 404 401 404 409 204", { body: { role: "moderator" } }],
  "POST /api/rooms/{roomId}/host": ["401 403 404 401 404 409 204", { body: { personId: "~ben~" } }],
  "POST /api/rooms/{roomId}/invitations": ["401 403 404 401 404 409 204", { body: { handle: "~gilHandle~" } }],
  "POST /api/rooms/{roomId}/invite-links": ["401 403 404 401 404 409 201", { body: {} }],
  "POST /api/rooms/{roomId}/invite-links/uses": [
    "401 204 204 401 204 409 204",
    { body: { secret: "~linkSecret~" }, secret: true },
  ],
  "POST /api/rooms/{roomId}/pings": ["401 403 404 401 404 409 204", { body: { personId: "~gil~" } }],
  "POST /api/rooms/{roomId}/stage/mute": ["401 403 404 401 404 409 204", { body: {} }],
  "POST /api/rooms/{roomId}/stage/{personId}/mute": "401 403 404 401 404 409 204",
  "PUT /api/rooms/{roomId}/bans/{personId}": ["401 403 404 401 404 409 204", { body: {} }],
};
