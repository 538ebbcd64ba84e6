import type { Table } from "@/tests/support/walk/row";

// In this order: nobody, guest, stranger, banned, leader of another room, admin, owner.
export const CLUBS: Table = {
  "DELETE /api/clubs/{clubId}": "401 403 403 401 403 403 204",
  "DELETE /api/clubs/{clubId}/invitation": ["401 403 200 401 200 200 200", { by: "gil" }],
  "DELETE /api/clubs/{clubId}/invitations/{personId}": [
    "401 403 403 401 403 403 204",
    { named: { personId: "~gil~" } },
  ],
  "DELETE /api/clubs/{clubId}/members/{personId}": ["401 403 403 401 403 403 204", { named: { personId: "~ben~" } }],
  "DELETE /api/clubs/{clubId}/membership": ["401 403 200 401 200 200 200", { by: "ben" }],
  "DELETE /api/clubs/{clubId}/request": ["401 403 200 401 200 200 200", { by: "dev" }],
  "DELETE /api/clubs/{clubId}/requests/{personId}": ["401 403 403 401 403 403 204", { named: { personId: "~dev~" } }],
  "GET /api/clubs": "200 200 200 200 200 200 200",
  "GET /api/clubs/{clubId}": "200 200 200 200 200 200 200",
  "GET /api/clubs/{clubId}/members": "200 200 200 200 200 200 200",
  "GET /api/clubs/{clubId}/waiting": "401 403 404 401 404 404 200",
  "PATCH /api/clubs/{clubId}": ["401 403 403 401 403 403 200", { body: { name: "Day trains" } }],
  "PATCH /api/clubs/{clubId}/members/{personId}": [
    "401 403 403 401 403 403 204",
    { named: { personId: "~ben~" }, body: { role: "admin" } },
  ],
  "POST /api/clubs": ["401 403 201 401 409 409 409", { body: { name: "Another", handle: "another" } }],
  "POST /api/clubs/{clubId}/invitations": ["401 403 403 401 403 403 204", { body: { handle: "leo" } }],
  "POST /api/clubs/{clubId}/membership": ["401 403 403 401 403 403 200", { by: "gil" }],
  "POST /api/clubs/{clubId}/request": [
    "401 403 403 401 403 403 403",
    { by: "cleo", never: "nobody asks to be let into a club by invitation" },
  ],
  "PUT /api/clubs/{clubId}/founder": ["401 403 403 401 403 403 204", { body: { personId: "~ben~" } }],
  "PUT /api/clubs/{clubId}/requests/{personId}": ["401 403 403 401 403 403 204", { named: { personId: "~dev~" } }],
};
