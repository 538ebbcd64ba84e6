import type { Table } from "@/tests/support/walk/row";

// In this order: nobody, guest, stranger, banned, leader of another room, admin, owner.
export const ADMIN: Table = {
  "DELETE /api/admin/bans/{personId}": [
    "401 403 404 401 404 204 204",
    { named: { personId: "~banned~" }, by: "admin" },
  ],
  "DELETE /api/admin/rooms/{roomId}": ["401 403 404 401 404 204 204", { by: "admin", body: { reason: "Rude." } }],
  "GET /api/admin/events": ["404 404 404 404 404 200 200", { by: "admin" }],
  "GET /api/admin/history": ["404 404 404 404 404 200 200", { by: "admin", search: "?range=day" }],
  "GET /api/admin/limits": ["404 404 404 404 404 200 200", { by: "admin" }],
  "GET /api/admin/log": ["404 404 404 404 404 200 200", { by: "admin" }],
  "GET /api/admin/numbers": ["404 404 404 404 404 200 200", { by: "admin" }],
  "GET /api/admin/people": ["404 404 404 404 404 200 200", { by: "admin", search: "?q=ada" }],
  "GET /api/admin/rooms": ["404 404 404 404 404 200 200", { by: "admin" }],
  "PUT /api/admin/bans/{personId}": ["401 403 404 401 404 204 204", { body: { reason: "Rude." }, by: "admin" }],
};
