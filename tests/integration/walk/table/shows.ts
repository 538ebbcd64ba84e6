import type { Table } from "@/tests/support/walk/row";

// In this order: nobody, guest, stranger, banned, leader of another room, admin, owner.
export const SHOWS: Table = {
  "DELETE /api/rooms/{roomId}/attendance": ["401 403 200 401 200 200 200", { named: { roomId: "~planned~" } }],
  "DELETE /api/rooms/{roomId}/episode": ["401 403 404 401 404 403 204", { named: { roomId: "~draft~" }, body: {} }],
  "DELETE /api/shows/{showId}": ["401 403 404 401 404 404 204", { body: {} }],
  "DELETE /api/shows/{showId}/follow": "401 403 200 401 200 200 200",
  "DELETE /api/shows/{showId}/hosts/{personId}": ["401 403 404 401 404 404 204", { named: { personId: "~ben~" } }],
  "DELETE /api/shows/{showId}/picture": "401 403 404 401 404 404 204",
  "GET /api/mail-reminders/{key}": [
    "404 404 404 404 404 404 404",
    { never: "only whoever has the mail knows the key" },
  ],
  "GET /api/rooms/{roomId}/attendance": ["404 404 404 404 404 200 200", { named: { roomId: "~planned~" } }],
  "GET /api/rooms/{roomId}/coming.csv": ["404 404 404 404 404 404 200", { named: { roomId: "~draft~" } }],
  "GET /api/rooms/{roomId}/episode": ["404 404 404 404 404 200 200", { named: { roomId: "~draft~" } }],
  "GET /api/rooms/{roomId}/episode/checklist": ["404 404 404 404 404 404 200", { named: { roomId: "~draft~" } }],
  "GET /api/shows": "200 200 200 200 200 200 200",
  "GET /api/shows/{showId}": "404 404 404 404 404 404 200",
  "GET /api/shows/{showId}/episodes": "200 200 200 200 200 200 200",
  "GET /api/unsubscribe/{key}": ["404 404 404 404 404 404 404", { never: "only whoever has the mail knows the key" }],
  "PATCH /api/rooms/{roomId}/episode": [
    "401 403 404 401 404 403 200",
    { named: { roomId: "~draft~" }, body: { title: "Later trains" } },
  ],
  "PATCH /api/shows/{showId}": ["401 403 404 401 404 404 200", { body: { title: "Day trains" } }],
  "POST /api/episodes": [
    "401 403 404 401 404 404 201",
    { body: { title: "Next", showId: "~show~", when: { at: "2027-03-01T20:00", zone: "UTC" } } },
  ],
  "POST /api/mail-reminders/confirmations/{secret}": [
    "404 404 404 404 404 404 404",
    { never: "only whoever has the mail knows the secret" },
  ],
  "POST /api/mail-reminders/{key}": [
    "404 404 404 404 404 404 404",
    { bytes: "", never: "only whoever has the mail knows the key" },
  ],
  "POST /api/rooms/{roomId}/live": ["401 403 404 401 404 403 200", { named: { roomId: "~draft~" } }],
  "POST /api/rooms/{roomId}/mail-reminders": [
    "404 404 404 404 404 404 404",
    {
      named: { roomId: "~draft~" },
      body: { email: "new@example.org" },
      never: "strangers are reminded of nothing that is a draft",
    },
  ],
  "POST /api/shows": ["401 403 201 401 409 409 409", { body: { title: "Another", slug: "another", zone: "UTC" } }],
  "POST /api/shows/{showId}/follow": "401 403 404 401 404 404 200",
  "POST /api/shows/{showId}/hosts": ["401 403 404 401 404 404 204", { body: { handle: "~gilHandle~" } }],
  "POST /api/shows/{showId}/mail-reminders": [
    "404 404 404 404 404 404 404",
    { body: { email: "new@example.org" }, never: "strangers are reminded of nothing that is a draft" },
  ],
  "POST /api/unsubscribe/{key}": [
    "404 404 404 404 404 404 404",
    { bytes: "", never: "only whoever has the mail knows the key" },
  ],
  "PUT /api/rooms/{roomId}/attendance": ["401 403 404 401 404 200 200", { named: { roomId: "~planned~" }, body: {} }],
  "PUT /api/rooms/{roomId}/episode/published": [
    "401 403 404 401 404 403 409",
    { named: { roomId: "~draft~" }, never: "the show itself is a draft" },
  ],
  "PUT /api/shows/{showId}/picture": [
    "401 403 404 401 404 404 422",
    { bytes: "no picture", never: "the bytes are no picture" },
  ],
  "PUT /api/shows/{showId}/published": "401 403 404 401 404 404 204",
};
