import { createServer, type Server } from "node:http";
import { type AddressInfo, connect } from "node:net";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { PersonId, RoomId } from "@/lib/domain/ids";
import { db } from "@/lib/server/postgres/db";
import { answerDoor } from "@/scripts/web/answer-door";
import { noteRequest } from "@/scripts/web/note-request";
import { addMember, addRoom } from "@/tests/support/scenes/at-the-door";

let server: Server;
let port: number;
let roomId: RoomId;
let ada: PersonId;

beforeAll(async () => {
  ada = await addMember("ada");
  roomId = await addRoom({ createdById: ada, kind: "closed" });
  server = createServer((request, response) => {
    noteRequest(request, response);
    if (answerDoor(request, response)) return;
    response.end(JSON.stringify({ passedOn: true, headers: request.headers }));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  port = (server.address() as AddressInfo).port;
});
afterAll(async () => {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

const send = async (path: string, init: RequestInit = {}) => {
  const answer = await fetch(`http://127.0.0.1:${port}${path}`, init);
  return { status: answer.status, requestId: answer.headers.get("x-request-id"), body: await answer.json() };
};

it("answers the door itself, with the handler's own refusals", async () => {
  const post = { method: "POST" };
  expect(await send(`/api/rooms/${roomId}/seat`, post)).toMatchObject({
    status: 404,
    body: { error: { code: "not_found" } },
  });
  expect(await send("/api/rooms/%E0%A4%A/seat", post)).toMatchObject({ status: 404 });
  expect(await send("/api/rooms/%2Fetc/seat?x=1", post)).toMatchObject({ status: 404 });
  const other = { ...post, headers: { origin: "https://evil.example" } };
  expect(await send(`/api/rooms/${roomId}/seat`, other)).toMatchObject({
    status: 403,
    body: { error: { code: "cross_site" } },
  });
  const huge = { ...post, body: "x".repeat(5_000_000) };
  expect(await send(`/api/rooms/${roomId}/seat`, huge)).toMatchObject({ status: 413 });
  expect(await db().seat.count()).toBe(0);
});

it("passes everything else on", async () => {
  expect(await send(`/api/rooms/${roomId}/seat`)).toMatchObject({ body: { passedOn: true } });
  expect(await send(`/api/rooms/${roomId}/hand`, { method: "POST" })).toMatchObject({ body: { passedOn: true } });
});

it("says itself who asks and under which id, whatever the request claims", async () => {
  const answer = await send("/", { headers: { "x-plenum-address": "203.0.113.9", "x-request-id": "mine" } });
  const { headers } = answer.body as { headers: Record<string, string> };
  expect(headers["x-plenum-address"]).toBe("127.0.0.1");
  expect(headers["x-request-id"]).toBe(answer.requestId);
  expect(answer.requestId).not.toBe("mine");
});

it("keeps standing when somebody hangs up in mid-request", async () => {
  const socket = connect(port, "127.0.0.1");
  socket.write(`POST /api/rooms/${roomId}/seat HTTP/1.1\r\nhost: x\r\ncontent-length: 100\r\n\r\nhalf`);
  await new Promise((resolve) => setTimeout(resolve, 50));
  socket.destroy();
  expect(await send(`/api/rooms/${roomId}/seat`, { method: "POST" })).toMatchObject({ status: 404 });
});
