import { createServer, type IncomingHttpHeaders, type Server } from "node:http";
import { type AddressInfo, connect } from "node:net";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import type { PersonId, RoomId } from "@/lib/domain/ids";
import { db } from "@/lib/server/postgres/db";
import { answerBroken } from "@/scripts/web/answer-broken";
import { takeRequest } from "@/scripts/web/take-request";
import { addMember, addRoom } from "@/tests/support/scenes/at-the-door";

const instance = vi.hoisted(() => ({ changes: {} as Record<string, unknown> }));

vi.mock("@/lib/env", async (original) => {
  const real = await original<typeof import("@/lib/env")>();
  return { ...real, env: () => ({ ...real.env(), ...instance.changes }) };
});

let server: Server;
let port: number;
let roomId: RoomId;
let ada: PersonId;

beforeAll(async () => {
  ada = await addMember("ada");
  roomId = await addRoom({ createdById: ada, kind: "closed" });
  server = createServer((request, response) =>
    takeRequest(request, response, () =>
      response.end(JSON.stringify({ passedOn: request.url, headers: request.headers })),
    ),
  );
  server.on("clientError", answerBroken);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  port = (server.address() as AddressInfo).port;
});
afterAll(async () => {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

const send = async (path: string, init: RequestInit = {}) => {
  const answer = await fetch(`http://127.0.0.1:${port}${path}`, { redirect: "manual", ...init });
  const text = await answer.text();
  const body = text.startsWith("{") ? JSON.parse(text) : text;
  return { status: answer.status, requestId: answer.headers.get("x-request-id"), headers: answer.headers, body };
};

/** Written by hand, since clients tidy what they send. Answers the status, the headers and the body as text. */
const sendRaw = (head: string) =>
  new Promise<{ status: number; text: string }>((resolve) => {
    let text = "";
    const socket = connect(port, "127.0.0.1", () => socket.write(head));
    socket.on("data", (bytes) => {
      text += bytes;
    });
    socket.on("close", () => resolve({ status: Number(text.split(" ")[1]), text }));
  });
const line = (path: string, headers = "host: localhost:3000") =>
  `GET ${path} HTTP/1.1\r\n${headers}\r\nconnection: close\r\n\r\n`;

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
    body: { error: { code: "cross_site", address: "http://localhost:3000" } },
  });
  const huge = { ...post, body: "x".repeat(5_000_000) };
  expect(await send(`/api/rooms/${roomId}/seat`, huge)).toMatchObject({ status: 413 });
  expect(await db().seat.count()).toBe(0);
});

it("passes everything else on", async () => {
  const path = `/api/rooms/${roomId}/seat`;
  expect(await send(path)).toMatchObject({ body: { passedOn: path } });
  const hand = `/api/rooms/${roomId}/hand`;
  expect(await send(hand, { method: "POST" })).toMatchObject({ body: { passedOn: hand } });
});

it("says itself who asks and under which id, whatever the request claims", async () => {
  const claims = { "x-plenum-address": "203.0.113.9", "x-request-id": "mine", "x-plenum-from-here": "1" };
  const answer = await send("/api/x", { headers: { ...claims, "x-forwarded-for": "203.0.113.9" } });
  const { headers } = answer.body as { headers: Record<string, string> };
  expect(headers).toMatchObject({ "x-plenum-address": "127.0.0.1", "x-plenum-from-here": "0" });
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

describe("a path that names nothing", () => {
  it.each(["%ff", "%", "%zz", "%00", "a%00b", "%ed%a0%80", "%c0%ae%c0%ae", "%e0%a4%a"])(
    "is not there for the API, and leads pages to their 404: %s",
    async (part) => {
      expect(await send(`/api/people/${part}`)).toMatchObject({ status: 404, body: { error: { code: "not_found" } } });
      const page = await sendRaw(line(`/people/${part}?tab=1`));
      expect(page).toMatchObject({ status: 200, text: expect.stringContaining('"passedOn":"/nowhere"') });
    },
  );

  it("is one that is too long, or is no path", async () => {
    expect(await send(`/api/${"x".repeat(5_000)}`)).toMatchObject({ status: 404 });
    for (const target of ["http://evil.example/", "*", "evil"]) {
      expect((await sendRaw(line(target))).text).toMatch(/"passedOn":"\/nowhere"|400 Bad Request/);
    }
  });

  it("a browser's state of a page that cannot be read is left out, and one that can be is handed on", async () => {
    const headersFor = async (state: string) =>
      (await send("/api/x", { headers: { rsc: "1", "next-router-state-tree": state } })).body.headers;
    const noTree = [
      [],
      [""],
      [1, {}],
      ["", { children: 1 }],
      ["", { children: [["roomId", "x", "y"], {}] }],
      ["", {}, "/"],
    ];
    const sent = [...noTree.map((tree) => encodeURIComponent(JSON.stringify(tree))), "%", "{", "null", "%5B", "%FF"];
    for (const state of sent) expect(await headersFor(state)).not.toHaveProperty("rsc");
    const tree = ["", { children: ["rooms", { children: [["roomId", "x", "d", null], {}] }] }, null, "refetch"];
    expect(await headersFor(encodeURIComponent(JSON.stringify(tree)))).toHaveProperty("rsc");
  });
});

describe("a request comes from this machine", () => {
  const fromHere = async (headers: string) => {
    const { text } = await sendRaw(line("/api/x", headers));
    return (
      JSON.parse(text.slice(text.indexOf("\r\n\r\n")).match(/\{.*\}/s)?.[0] ?? "{}").headers as IncomingHttpHeaders
    )["x-plenum-from-here"];
  };

  it.each(["localhost:3000", "LOCALHOST", "127.0.0.1:3000", "127.1.2.3", "[::1]:3000"])(
    "where it asks for %s by its own socket",
    async (host) => expect(await fromHere(`host: ${host}`)).toBe("1"),
  );

  it("with all that a browser and our own pages put on it", async () => {
    const sent = [
      "accept accept-encoding accept-language cache-control cookie dnt if-modified-since if-none-match last-event-id",
      "next-router-state-tree next-url origin pragma priority purpose range referer rsc sec-ch-ua sec-ch-ua-mobile",
      "sec-ch-ua-platform sec-fetch-dest sec-fetch-mode sec-fetch-site sec-fetch-user sec-gpc sec-purpose te",
      "upgrade-insecure-requests user-agent x-nextjs-html-request-id x-requested-with authorization content-type",
    ].flatMap((names) => names.split(" "));
    expect(await fromHere(["host: localhost", ...sent.map((name) => `${name}: 1`)].join("\r\n"))).toBe("1");
  });

  it.each([
    "plenum.example",
    "192.168.1.7:3000",
    "localhost.evil.example",
    "evil.example:3000",
    "0.0.0.0",
    "[::2]",
    "",
  ])("and not where a page elsewhere made its name %s point here", async (host) =>
    expect(await fromHere(`host: ${host}`)).toBe("0"),
  );

  it.each([
    "X-Forwarded-For: 203.0.113.9",
    "X-Forwarded-For: 127.0.0.1",
    "X-Forwarded-Host: localhost",
    "X-Forwarded-Proto: https",
    "X-Forwarded: for=203.0.113.9",
    "Forwarded: for=203.0.113.9",
    "Via: 1.1 proxy",
    "X-Real-IP: 203.0.113.9",
    "X-Client-IP: 203.0.113.9",
    "True-Client-IP: 203.0.113.9",
    "CF-Connecting-IP: 203.0.113.9",
    "CF-Ray: 1",
    "CDN-Loop: cloudflare",
    "Fly-Client-IP: 203.0.113.9",
    "Fastly-Client-IP: 203.0.113.9",
    "X-Original-Host: plenum.example",
    "X-Envoy-External-Address: 203.0.113.9",
    "X-Amzn-Trace-Id: Root=1",
    "Tailscale-User-Login: eve",
    "ngrok-skip-browser-warning: 1",
    "X-Cluster-Client-IP: 203.0.113.9",
    "Proxy-Connection: keep-alive",
    "Forwarded-For: 203.0.113.9",
    "X_Forwarded_For: 203.0.113.9",
    "X-Originating-IP: 203.0.113.9",
    "X-NginX-Proxy: true",
    "X-Cloud-Trace-Context: 1",
    "Incap-Client-IP: 203.0.113.9",
    "Bypass-Tunnel-Reminder: 1",
    "Max-Forwards: 9",
    "X-Of-A-Tunnel-To-Come: 1",
  ])("and not with a mark of a proxy: %s", async (mark) =>
    expect(await fromHere(`host: localhost:3000\r\n${mark}`)).toBe("0"),
  );
});

describe("a page that is opened at another address than the instance's", () => {
  const open = (host: string, path = "/people/ada?x=1", more = "") => sendRaw(line(path, `host: ${host}${more}`));
  const at = async (changes: Record<string, unknown>, act: () => Promise<void>) => {
    instance.changes = changes;
    await act().finally(() => {
      instance.changes = {};
    });
  };

  it("is led from another name of this machine to the right one, with its path, and nowhere else", async () => {
    const led = await open("127.0.0.1:3000");
    expect(led.text).toMatch(/^HTTP\/1.1 307 /);
    expect(led.text).toMatch(/location: http:\/\/localhost:3000\/people\/ada\?x=1\r\n/i);
    const sly = await open("127.0.0.1:3000", "//evil.example/%2f..");
    expect(sly.text).toMatch(/location: http:\/\/localhost:3000\/\/evil\.example/i);
  });

  it.each(["192.168.1.7:3000", "localhost:8080", "evil.example"])("is told the right one at %s", async (host) => {
    const { status, text } = await open(host, "/sign-in?next=%22%3E%3Cscript%3E");
    expect(status).toBe(421);
    expect(text).toContain('href="http://localhost:3000/sign-in?next=%22%3E%3Cscript%3E"');
    expect(text).toContain("Plenum lives at another address");
    expect(text).not.toContain(host);
    expect((await open(host, "/", "\r\naccept-language: de-AT")).text).toContain("Plenum hat eine andere Adresse");
  });

  it("is told so behind trusted proxies by what they say, and never for the name of an upstream", () =>
    at({ PLENUM_URL: "https://plenum.example", PLENUM_TRUST_PROXY: 1 }, async () => {
      const says = async (host: string, headers: Record<string, string>) =>
        (
          await open(
            host,
            "/",
            Object.entries(headers)
              .map(([name, value]) => `\r\n${name}: ${value}`)
              .join(""),
          )
        ).status;
      const proto = "x-forwarded-proto";
      expect(await says("plenum.example", { [proto]: "https" })).toBe(200);
      expect(await says("web:3000", { [proto]: "https", "x-forwarded-host": "plenum.example" })).toBe(200);
      expect(await says("127.0.0.1:3000", { [proto]: "https" })).toBe(200);
      expect(await says("plenum.example", { [proto]: "http" })).toBe(421);
      expect(await says("plenum.example", { [proto]: "https", "x-forwarded-host": "www.plenum.example" })).toBe(421);
      expect(await says("www.plenum.example", { [proto]: "https" })).toBe(421);
    }));

  it("is the only thing that is: the API, files, probes and webhooks are answered everywhere", async () => {
    for (const path of ["/api/health", "/api/webhooks/livekit", "/_next/static/x.js", "/icon.svg"]) {
      expect(await open("203.0.113.7", path)).toMatchObject({ status: 200 });
    }
    const post = `POST / HTTP/1.1\r\nhost: 203.0.113.7\r\nconnection: close\r\n\r\n`;
    expect(await sendRaw(post)).toMatchObject({ status: 200 });
  });
});

describe("every answer keeps browsers honest", () => {
  const HEADERS = {
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "referrer-policy": "strict-origin-when-cross-origin",
    "cross-origin-resource-policy": "same-origin",
    "cross-origin-opener-policy": "same-origin",
  };
  const KINDS: [name: string, path: string, init: RequestInit, status: number][] = [
    ["the API", "/api/health", {}, 200],
    ["the door's own", "/api/rooms/x/seat", { method: "POST" }, 404],
    ["a path that names nothing", "/api/%ff", {}, 404],
    ["a built file", "/_next/static/x.js", {}, 200],
    ["another address", "/sign-in", {}, 421],
  ];
  it.each(KINDS)("%s", async (_name, path, init, status) => {
    const answer = await send(path, init);
    expect(answer.status).toBe(status);
    expect(Object.fromEntries(answer.headers)).toMatchObject(HEADERS);
    expect(answer.headers.get("content-security-policy")).toMatch(/default-src '(none|self)'.*frame-ancestors 'none'/);
    expect(answer.headers.get("strict-transport-security")).toBeNull();
  });

  it("what is no request at all, and what has too large a head", async () => {
    for (const [head, status] of [
      ["GET / HTTP/1.1\r\nhost x\r\n\r\n", 400],
      [line("/", `host: x\r\ncookie: ${"x".repeat(20_000)}`), 431],
    ] as const) {
      const answer = await sendRaw(head);
      expect(answer.status).toBe(status);
      for (const [name, value] of Object.entries(HEADERS))
        expect(answer.text.toLowerCase()).toContain(`${name}: ${value.toLowerCase()}`);
    }
  });

  it("and keeps to https where people come by it", async () => {
    instance.changes = { PLENUM_URL: "https://plenum.example" };
    const answer = await send("/api/health").finally(() => {
      instance.changes = {};
    });
    expect(answer.headers.get("strict-transport-security")).toMatch(/^max-age=31536000/);
  });
});
