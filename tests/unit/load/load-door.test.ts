import { createServer, type IncomingMessage, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, expect, it } from "vitest";
import { askDoor, leaveDoor } from "@/scripts/load/door";

type Answer = { status: number; headers?: Record<string, string | string[]>; body?: unknown };
type Asked = { method: string; path: string; headers: IncomingMessage["headers"]; body: string };

let server: Server | null = null;
afterEach(() => {
  server?.closeAllConnections();
  server?.close();
});

/** A door that answers as it is told; remembers what it was asked. */
async function doorThat(answer: Answer): Promise<{ url: string; asked: Asked[] }> {
  const asked: Asked[] = [];
  const open = createServer(async (request, response) => {
    let body = "";
    for await (const chunk of request) body += chunk;
    asked.push({ method: request.method ?? "", path: request.url ?? "", headers: request.headers, body });
    response.writeHead(answer.status, { "content-type": "application/json", ...answer.headers });
    response.end(answer.body === undefined ? "" : JSON.stringify(answer.body));
  });
  server = open;
  await new Promise<void>((resolve) => open.listen(0, "127.0.0.1", resolve));
  return { url: `http://127.0.0.1:${(open.address() as AddressInfo).port}`, asked };
}

const SEAT = {
  room: { room: { family: { mainRoomId: "main", number: 2 } } },
  seat: { roomId: "overflow" },
  media: { url: "ws://127.0.0.1:7880", token: "pass" },
};

it("a seat in an overflow room is followed there, and a new guest stays the same guest", async () => {
  const cookie = "plenum-guest=me.seal; Path=/; HttpOnly";
  const { url, asked } = await doorThat({ status: 200, headers: { "set-cookie": [cookie] }, body: SEAT });
  const answer = await askDoor(url, "main", {}, null);
  expect(answer).toEqual({
    kind: "seat",
    hall: { roomId: "overflow", number: 2 },
    media: SEAT.media,
    credential: { cookie: "plenum-guest=me.seal" },
  });
  expect(asked[0]).toMatchObject({ method: "POST", path: "/api/rooms/main/seat", body: "" });
  expect(await leaveDoor(url, "overflow", { cookie: "plenum-guest=me.seal" })).toBe(true);
  expect(asked[1]).toMatchObject({ method: "DELETE", path: "/api/rooms/overflow/seat" });
  expect(asked[1]?.headers.cookie).toBe("plenum-guest=me.seal");
});

it("a place in line is shown to the door when it is asked again", async () => {
  const ticket = { token: "signed", place: 7, waiting: 9, estimateSeconds: 3, pollAfterMs: 500 };
  const { url, asked } = await doorThat({ status: 202, body: { ticket } });
  const me = { authorization: "Bearer plnm_me" };
  const answer = await askDoor(url, "main", me, null);
  expect(answer).toMatchObject({ kind: "line", line: { token: "signed", place: 7, pollAfterMs: 500 }, credential: me });
  await askDoor(url, "main", me, "signed");
  expect(JSON.parse(asked[1]?.body ?? "")).toEqual({ ticket: "signed" });
});

it("a refusal is told by its own word, and with it whether asking again helps", async () => {
  const limited = await doorThat({
    status: 429,
    headers: { "retry-after": "42" },
    body: { error: { code: "too_many", message: "…" } },
  });
  const again = { kind: "not-in", why: { at: "door", code: "too_many", retryAfterSeconds: 42 } };
  expect(await askDoor(limited.url, "main", {}, null)).toEqual(again);
  const full = await doorThat({ status: 409, body: { error: { code: "room_full", message: "…" } } });
  const never = { kind: "not-in", why: { at: "door", code: "room_full", retryAfterSeconds: null } };
  expect(await askDoor(full.url, "main", {}, null)).toEqual(never);
});

it("a door that is not there, and one that answers nonsense, are refusals and no faults", async () => {
  const gone = await askDoor("http://127.0.0.1:9", "main", {}, null);
  expect(gone).toEqual({ kind: "not-in", why: { at: "door", code: "door_unreachable", retryAfterSeconds: null } });
  const { url } = await doorThat({ status: 502 });
  expect(await askDoor(url, "main", {}, null)).toMatchObject({ why: { code: "http_502", retryAfterSeconds: null } });
  expect(await leaveDoor("http://127.0.0.1:9", "main", {})).toBe(false);
});
