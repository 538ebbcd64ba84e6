import type { Table } from "@/tests/support/walk/row";

const DECISION = { ground: "spam", measure: "none", words: "Nothing is wrong with it." };
const REPORT = { address: "http://localhost:3000/rooms/~room~", reason: "spam", inGoodFaith: true };

// In this order: nobody, guest, stranger, banned, leader of another room, admin, owner. A decision is read by its key, whoever has it;
// a report of what one may not know of is taken, and its receipt is another key each time.
export const REPORTS: Table = {
  "GET /api/admin/reports": ["404 404 404 404 404 200 200", { by: "admin", search: "?show=open" }],
  "GET /api/admin/reports/{caseId}": ["404 404 404 404 404 200 200", { by: "admin", named: { caseId: "~case~" } }],
  "GET /api/decisions/{key}": ["200 200 200 200 200 200 200", { named: { key: "~decisionKey~" }, secret: true }],
  "POST /api/admin/reports/{caseId}/notes": [
    "401 403 404 401 404 204 204",
    { by: "admin", named: { caseId: "~case~" }, body: { text: "Look again." } },
  ],
  "POST /api/decisions/{key}/appeal": [
    "204 409 409 409 409 409 409",
    { named: { key: "~decisionKey~" }, secret: true, body: { text: "It is not enough." } },
  ],
  "POST /api/reports": ["201 201 201 201 201 201 201", { body: REPORT, secret: true }],
  "PUT /api/admin/reports/{caseId}/appeals/{appealId}": [
    "401 403 404 401 404 204 204",
    {
      by: "admin",
      named: { caseId: "~judged~", appealId: "~appeal~" },
      body: { upheld: true, words: "They were not." },
    },
  ],
  "PUT /api/admin/reports/{caseId}/assignee": [
    "401 403 404 401 404 204 204",
    { by: "admin", named: { caseId: "~case~" }, body: {} },
  ],
  "PUT /api/admin/reports/{caseId}/decision": [
    "401 403 404 401 404 204 409",
    { by: "admin", named: { caseId: "~case~" }, body: DECISION },
  ],
};
