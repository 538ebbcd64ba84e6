import type { Table } from "@/tests/support/walk/row";

// In this order: nobody, guest, stranger, banned, leader of another room, admin, owner.
export const HOUSE: Table = {
  "DELETE /api/people/{personId}/block": "401 403 204 401 204 204 204",
  "DELETE /api/people/{personId}/follow": "401 403 200 401 200 200 200",
  "GET /api/hallway/events": "200 200 200 200 200 200 200",
  "GET /api/health": "200 200 200 200 200 200 200",
  "GET /api/oembed": [
    "404 404 404 404 404 404 404",
    { search: "?url=http%3A%2F%2Flocalhost%3A3000%2Frooms%2F~room~", never: "a closed room is embedded nowhere" },
  ],
  "GET /api/openapi.json": "200 200 200 200 200 200 200",
  "GET /api/people/{personId}": "200 200 200 200 200 200 200",
  "GET /api/portraits/{key}/{size}": ["404 404 404 404 404 404 404", { never: "nobody has a portrait" }],
  "GET /api/ready": "200 200 200 200 200 200 200",
  "GET /api/search": ["200 200 200 200 200 200 200", { search: "?q=night" }],
  "POST /api/people/{personId}/block": "401 403 204 401 204 204 204",
  "POST /api/people/{personId}/follow": "401 403 200 401 200 200 200",
  "POST /api/webhooks/livekit": ["401 401 401 401 401 401 401", { body: {}, never: "only the media server signs" }],
};
