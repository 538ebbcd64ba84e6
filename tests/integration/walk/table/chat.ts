import type { Table } from "@/tests/support/walk/row";

// In this order: nobody, guest, stranger, banned, leader of another room, admin, owner.
export const CHAT: Table = {
  "DELETE /api/rooms/{roomId}/chat/bans/{personId}": "401 403 404 401 404 409 204",
  "DELETE /api/rooms/{roomId}/chat/{number}": ["401 403 404 401 404 409 204", { body: {} }],
  "DELETE /api/rooms/{roomId}/pinned-link": "401 403 404 401 404 409 204",
  "GET /api/rooms/{roomId}/chat": ["404 404 404 404 404 200 200", { search: "?channel=room" }],
  "GET /api/rooms/{roomId}/chat/standing": "404 404 404 404 404 200 200",
  "POST /api/rooms/{roomId}/chat": ["401 403 404 401 404 409 200", { body: { text: "Hello" } }],
  "POST /api/rooms/{roomId}/reactions": ["401 404 404 401 404 409 204", { body: { reaction: "👏" } }],
  "PUT /api/rooms/{roomId}/chat/bans/{personId}": "401 403 404 401 404 409 204",
  "PUT /api/rooms/{roomId}/pinned-link": ["401 403 404 401 404 409 200", { body: { url: "https://example.org/" } }],
};
