import type { Table } from "@/tests/support/walk/row";

// In this order: nobody, guest, stranger, banned, leader of another room, admin, owner.
export const FAMILY: Table = {
  "DELETE /api/rooms/{roomId}/people/{personId}/seat-offer": [
    "401 403 404 401 404 409 204",
    { named: { personId: "~dev~" } },
  ],
  "DELETE /api/rooms/{roomId}/seat-offer": "401 404 404 401 404 204 204",
  "DELETE /api/rooms/{roomId}/visit": "401 403 404 401 404 204 204",
  "GET /api/rooms/{roomId}/halls": "404 404 404 404 404 404 200",
  "GET /api/rooms/{roomId}/waiting": "404 404 404 404 404 200 200",
  "POST /api/rooms/{roomId}/family-line": ["401 403 404 401 404 409 204", { body: { text: "Sit down, please" } }],
  "POST /api/rooms/{roomId}/leader": ["401 403 404 401 404 409 403", { never: "the room has its host" }],
  "POST /api/rooms/{roomId}/overflow": ["401 403 404 401 404 409 201", { body: { language: "en" } }],
  "POST /api/rooms/{roomId}/people/{personId}/seat-offer": [
    "401 403 404 401 404 409 200",
    { named: { personId: "~dev~" }, body: { roomId: "~room~" } },
  ],
  "POST /api/rooms/{roomId}/seat-offer": ["401 404 404 401 404 409 409", { never: "no seat is kept for anybody" }],
  "POST /api/rooms/{roomId}/visit": ["401 403 404 401 404 409 403", { never: "there is no hall to visit from" }],
};
