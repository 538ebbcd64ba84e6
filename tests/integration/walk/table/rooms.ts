import type { Table } from "@/tests/support/walk/row";

// In this order: nobody, guest, stranger, banned, leader of another room, admin, owner.
export const ROOMS: Table = {
  "DELETE /api/rooms/{roomId}": ["401 403 404 401 404 403 204", { body: {} }],
  "DELETE /api/rooms/{roomId}/hidden": "401 403 204 401 204 204 204",
  "DELETE /api/rooms/{roomId}/seat": "401 404 404 401 404 204 204",
  "GET /api/rooms": "200 200 200 200 200 200 200",
  "GET /api/rooms/{roomId}": "404 404 404 404 404 200 200",
  "GET /api/rooms/{roomId}/audience": ["404 404 404 404 404 200 200", { search: "?section=others" }],
  "GET /api/rooms/{roomId}/figures": ["404 404 404 404 404 404 404", { never: "the room is not over" }],
  "GET /api/rooms/{roomId}/figures.csv": ["404 404 404 404 404 404 404", { never: "the room is not over" }],
  "GET /api/rooms/{roomId}/followed": "404 404 404 404 404 200 200",
  "GET /api/rooms/{roomId}/mine": "404 404 404 404 404 200 200",
  "GET /api/rooms/{roomId}/people": ["404 404 404 404 404 200 200", { search: "?q=a" }],
  "GET /api/rooms/{roomId}/seats": "404 404 404 404 404 200 200",
  "PATCH /api/rooms/{roomId}": ["401 403 404 401 404 403 200", { body: { title: "Day trains" } }],
  "POST /api/rooms": ["401 403 201 401 201 201 201", { body: { title: "Another" } }],
  "POST /api/rooms/{roomId}/seat": ["404 404 404 404 404 200 200", { body: {} }],
  "POST /api/rooms/{roomId}/seat/goodbye": "401 204 204 401 204 204 204",
  "PUT /api/rooms/{roomId}/hidden": "401 403 404 401 404 204 204",
};
