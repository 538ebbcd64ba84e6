import type { Table } from "@/tests/support/walk/row";

// In this order: nobody, guest, stranger, banned, leader of another room, admin, owner.
export const RECORDING: Table = {
  "DELETE /api/rooms/{roomId}/recording": "401 403 404 401 404 409 204",
  "DELETE /api/rooms/{roomId}/recordings/{recordingId}": "401 403 404 401 404 204 404",
  "GET /api/rooms/{roomId}/recordings": "404 404 404 404 404 200 200",
  "GET /api/rooms/{roomId}/recordings/{recordingId}/chat": [
    "404 404 404 404 404 404 404",
    { never: "nothing of a closed room is heard again" },
  ],
  "GET /api/rooms/{roomId}/recordings/{recordingId}/sound": [
    "404 404 404 404 404 404 404",
    { never: "nothing of a closed room is heard again" },
  ],
  "PATCH /api/rooms/{roomId}/recordings/{recordingId}": [
    "401 403 404 401 404 204 204",
    { body: { downloadable: true } },
  ],
  "POST /api/rooms/{roomId}/recording": ["401 403 404 401 404 409 409", { never: "a closed room is not recorded" }],
  "PUT /api/rooms/{roomId}/recording/answer": [
    "401 403 404 401 404 409 409",
    { body: { agrees: true }, never: "a closed room is not recorded" },
  ],
};
