import type { Table } from "@/tests/support/walk/row";

// In this order: nobody, guest, stranger, banned, leader of another room, admin, owner.
export const STAGE: Table = {
  "DELETE /api/rooms/{roomId}/hand": ["401 403 404 401 404 409 204", { by: "dev" }],
  "DELETE /api/rooms/{roomId}/hands": "401 403 404 401 404 409 204",
  "DELETE /api/rooms/{roomId}/hands/{personId}": ["401 403 404 401 404 409 204", { named: { personId: "~dev~" } }],
  "DELETE /api/rooms/{roomId}/hands/{personId}/pick": ["401 403 404 401 404 409 204", { named: { personId: "~dev~" } }],
  "DELETE /api/rooms/{roomId}/interpreters/{personId}": [
    "401 403 404 401 404 409 204",
    { named: { personId: "~finn~" } },
  ],
  "DELETE /api/rooms/{roomId}/interpreters/{personId}/on-air": [
    "401 403 404 401 404 409 204",
    { named: { personId: "~finn~" }, by: "finn" },
  ],
  "DELETE /api/rooms/{roomId}/interpreters/{personId}/to-stage": [
    "401 403 404 401 404 409 204",
    { named: { personId: "~finn~" }, by: "finn" },
  ],
  "DELETE /api/rooms/{roomId}/offer": ["401 403 404 401 404 409 204", { by: "finn" }],
  "DELETE /api/rooms/{roomId}/offers/{personId}": ["401 403 404 401 404 409 204", { named: { personId: "~finn~" } }],
  "GET /api/rooms/{roomId}/channels": "404 404 404 404 404 404 200",
  "GET /api/rooms/{roomId}/hands": "401 403 404 401 404 404 200",
  "GET /api/rooms/{roomId}/ratings": "404 404 404 404 404 404 200",
  "PATCH /api/rooms/{roomId}/interpreters/{personId}": [
    "401 403 404 401 404 409 204",
    { named: { personId: "~finn~" }, by: "finn", body: { sourceLanguage: null } },
  ],
  "POST /api/rooms/{roomId}/channels/{language}": "401 404 404 401 404 409 200",
  "POST /api/rooms/{roomId}/hand": ["401 403 404 401 404 409 200", { by: "finn", body: {} }],
  "POST /api/rooms/{roomId}/interpreters/{personId}/on-air": [
    "401 403 404 401 404 409 204",
    { named: { personId: "~finn~" }, by: "finn" },
  ],
  "POST /api/rooms/{roomId}/interpreters/{personId}/to-stage": [
    "401 403 404 401 404 409 409",
    { named: { personId: "~finn~" }, body: {}, by: "finn", never: "nobody on the stage asks in French" },
  ],
  "POST /api/rooms/{roomId}/offer": ["401 403 404 401 404 409 200", { by: "finn" }],
  "POST /api/rooms/{roomId}/offers/{personId}": ["401 403 404 401 404 409 200", { named: { personId: "~dev~" } }],
  "PUT /api/rooms/{roomId}/hands/{personId}/pick": [
    "401 403 404 401 404 409 403",
    { named: { personId: "~dev~" }, body: { reason: "A good one" }, never: "only a hall's moderators pick hands" },
  ],
  "PUT /api/rooms/{roomId}/interpreters/{personId}": [
    "401 403 404 401 404 409 204",
    { named: { personId: "~dev~" }, body: { language: "de" } },
  ],
  "PUT /api/rooms/{roomId}/ratings/{language}": ["401 404 404 401 404 409 204", { by: "dev", body: { understood: 4 } }],
};
