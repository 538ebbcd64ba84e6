import type { Table } from "@/tests/support/walk/row";

// In this order: nobody, guest, stranger, banned, leader of another room, admin, owner.
export const SIGN_IN: Table = {
  "DELETE /api/sessions": ["204 204 204 204 204 204 204", { body: {} }],
  "GET /api/auth/callback/{provider}": "303 303 303 303 303 303 303",
  "POST /api/cast/{handle}/session": [
    "404 404 404 404 404 404 404",
    { never: "only where the cast of a demo may be played" },
  ],
  "POST /api/sessions": [
    "409 409 409 409 409 409 409",
    { body: { email: "x@example.org", code: "123456" }, never: "the code is wrong" },
  ],
  "POST /api/sign-in/codes": ["202 202 202 202 202 202 202", { body: { email: "x@example.org" } }],
  "POST /api/sign-in/invite-code": [
    "404 404 404 404 404 404 404",
    { body: { code: "ABCD-EFGH" }, never: "there is no such code" },
  ],
  "POST /api/sign-in/providers/{provider}": [
    "404 404 404 404 404 404 404",
    { body: {}, never: "the instance has no such provider" },
  ],
};
