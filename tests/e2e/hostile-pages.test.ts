import { request as ask } from "node:http";
import { connect } from "node:net";
import { expect, test } from "@playwright/test";

const product = () => new URL(process.env.PLENUM_E2E_URL ?? "");

type Answer = { status: number; headers: Record<string, string | string[] | undefined>; text: string };

/** As it is written here: a browser, and fetch, would tidy the path first. */
const send = (path: string, headers: Record<string, string> = {}, method = "GET"): Promise<Answer> =>
  new Promise((resolve, reject) => {
    const { hostname, port, host } = product();
    const sent = { host, accept: "text/html", ...headers };
    const request = ask({ hostname, port, path, method, headers: sent }, (answer) => {
      let text = "";
      answer.setEncoding("utf8").on("data", (chunk) => {
        text += chunk;
      });
      answer.on("end", () => resolve({ status: answer.statusCode ?? 0, headers: answer.headers, text }));
    });
    request.on("error", reject);
    request.end();
  });

const PAGES = [
  "/people/X",
  "/rooms/X",
  "/sign-in?next=X",
  "/welcome?step=X&next=X",
  "/X",
  "/rooms/X?invite=X",
  "/settings/X",
  "/_next/static/X",
];
const PARTS =
  "%ff % %zz %00 a%00b %ed%a0%80 %2e%2e%2f __proto__ constructor * %5c %25ff _error _global-error 500 %C3%BC %F0%9F%98%80 x;y";
const HEADERS: Record<string, string>[] = [
  { rsc: "1", "next-router-state-tree": "%5B" },
  { rsc: "1", "next-router-state-tree": "null" },
  { "next-action": "00aa" },
  { cookie: "plenum-locale=%ff; plenum-theme=%00; plenum-time-zone=Mars/Base; plenum-guest=%; =" },
  { "accept-language": "x".repeat(3_000) },
  { authorization: "Bearer" },
];

test("no path, no header and no method makes a page or a route of Next fail", async () => {
  const paths = PAGES.flatMap((page) =>
    [...PARTS.split(" "), "x".repeat(3_900)].map((part) => page.replaceAll("X", part)),
  );
  const pages = ["/", "/sign-in", "/people/ada", "/rooms/x", "/api/rooms", "/api/people/x"];
  const asked = [
    ...paths.map((path) => ({ path, headers: {}, method: "GET" })),
    ...pages.flatMap((path) => HEADERS.map((headers) => ({ path, headers, method: "GET" }))),
    ...pages.flatMap((path) =>
      ["HEAD", "OPTIONS", "POST", "PUT", "TRACE", "PROPFIND"].map((method) => ({ path, headers: {}, method })),
    ),
  ];
  const faults: string[] = [];
  for (let at = 0; at < asked.length; at += 8) {
    const some = asked.slice(at, at + 8);
    const answers = await Promise.all(some.map(({ path, headers, method }) => send(path, headers, method)));
    for (const [index, { status }] of answers.entries()) {
      if (status < 200 || status >= 500) faults.push(`${status} ${JSON.stringify(some[index])}`);
    }
  }
  expect(faults).toEqual([]);
});

test("every kind of answer of the built product carries the headers that keep browsers honest", async () => {
  const page = await send("/sign-in");
  const file = /\/_next\/static\/[^"\\]+\.js/.exec(page.text)?.[0] ?? "";
  const answers = {
    page,
    file: await send(file),
    api: await send("/api/health"),
    "no such page": await send("/nowhere/at/all"),
    "no such route": await send("/api/nowhere"),
    "no such method": await send("/api/health", {}, "DELETE"),
    "the door": await send("/api/rooms/x/seat", {}, "POST"),
    "a broken path": await send("/api/%ff"),
    "another address": await send("/", { host: "plenum.example" }),
  };
  for (const [kind, { headers }] of Object.entries(answers)) {
    expect({ kind, ...headers }).toMatchObject({
      "x-content-type-options": "nosniff",
      "x-frame-options": "DENY",
      "referrer-policy": "strict-origin-when-cross-origin",
      "cross-origin-resource-policy": "same-origin",
      "content-security-policy": expect.stringContaining("frame-ancestors 'none'"),
    });
  }
  const statuses = Object.values(answers).map(({ status }) => status);
  expect(statuses).toEqual([200, 200, 200, 404, 404, 405, 404, 404, 421]);
  expect(page.headers["content-security-policy"]).toContain("'nonce-");
});

test("the contract is kept for minutes, never for a year, and is not sent again to whoever holds it", async () => {
  const first = await send("/api/openapi.json");
  expect(first.headers["cache-control"]).toBe("public, max-age=300, must-revalidate");
  expect(await send("/api/openapi.json", { "if-none-match": String(first.headers.etag) })).toMatchObject({
    status: 304,
  });
});

test("a proxy or a tunnel to a local start finds neither the one-tap cast nor the letters; this machine does", async () => {
  const cast = async (headers: Record<string, string>) => {
    const [signIn, letters, page] = await Promise.all([
      send("/api/cast/ada/session", headers, "POST"),
      send("/dev/mail", headers),
      send("/sign-in", headers),
    ]);
    return {
      signIn: signIn.status,
      letters: letters.status,
      offered: page.text.includes('"handle":"ada"') || page.text.includes('\\"handle\\":\\"ada\\"'),
    };
  };
  expect(await cast({})).toEqual({ signIn: 201, letters: 200, offered: true });
  const nothing = { signIn: 404, letters: 404, offered: false };
  expect(await cast({ "x-forwarded-for": "203.0.113.9" })).toEqual(nothing);
  expect(await cast({ "x-plenum-from-here": "1", via: "1.1 tunnel" })).toEqual(nothing);
});

test("what is opened at 127.0.0.1 leads to localhost, where signing in works", async ({ page }) => {
  const { port, origin } = product();
  await page.goto(`http://127.0.0.1:${port}/sign-in?next=/settings`);
  expect(page.url()).toBe(`${origin}/sign-in?next=/settings`);
});

test("what is no request at all is answered, and the next one as ever", async () => {
  const { hostname, port } = product();
  const answer = await new Promise<string>((resolve) => {
    const socket = connect(Number(port), hostname, () => socket.write("GET /\u0000 nonsense\r\n\r\n"));
    socket.on("data", (bytes) => resolve(String(bytes)));
  });
  expect(answer).toMatch(/^HTTP\/1\.1 400 .*nosniff/s);
  expect((await send("/api/health")).status).toBe(200);
});
