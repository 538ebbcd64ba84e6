import type { Table } from "@/tests/support/walk/row";

// In this order: nobody, guest, stranger, banned, leader of another room, admin, owner.
export const GUESTS: Table = {
  "DELETE /api/rooms/{roomId}/guests/{guestId}": ["401 403 404 401 404 404 204", { named: { roomId: "~draft~" } }],
  "GET /api/rooms/{roomId}/guests": ["404 404 404 404 404 404 200", { named: { roomId: "~draft~" } }],
  "PATCH /api/rooms/{roomId}/guests/{guestId}": [
    "401 403 404 401 404 404 200",
    { named: { roomId: "~draft~" }, body: { shown: true } },
  ],
  "POST /api/guests/answer": [
    "200 403 403 403 403 403 403",
    { body: { secret: "~guestSecret~", answer: "accept" }, secret: true },
  ],
  "POST /api/guests/claim": [
    "403 403 403 403 403 403 403",
    { body: { secret: "~guestSecret~" }, secret: true, never: "the guest has not accepted" },
  ],
  "POST /api/rooms/{roomId}/guest": ["404 404 404 404 404 404 404", { never: "a closed room is played nowhere else" }],
  "POST /api/rooms/{roomId}/guests": [
    "401 403 404 401 404 403 201",
    { named: { roomId: "~draft~" }, body: { name: "Another" } },
  ],
  "POST /api/rooms/{roomId}/guests/{guestId}/link": ["401 403 404 401 404 404 200", { named: { roomId: "~draft~" } }],
  "POST /api/rooms/{roomId}/guests/{guestId}/mail": ["401 403 404 401 404 404 200", { named: { roomId: "~draft~" } }],
  "PUT /api/rooms/{roomId}/guests/{guestId}/claim": [
    "401 403 404 401 404 404 409",
    { named: { roomId: "~draft~" }, body: { isGuest: true }, never: "the guest has claimed nothing" },
  ],
};
