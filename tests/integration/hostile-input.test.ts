import { request as ask } from "node:http";
import fc from "fast-check";
import { afterAll, beforeAll, expect, it } from "vitest";
import { guestCookie } from "@/lib/server/callers/guest-cookie";
import { hashOf } from "@/lib/server/callers/secrets";
import { db, hotPool } from "@/lib/server/postgres/db";
import openapi from "@/lib/wire/openapi.json";
import { startApi } from "@/tests/support/api-server";
import { FakeMedia } from "@/tests/support/fake-media";
import { openScene, type Scene } from "@/tests/support/scenes/stage-scene";

/** Each operation is asked so often; the seed of a run that failed is in its report. */
const RUNS_AN_OPERATION = 8;
const SEED = Number(process.env.HOSTILE_SEED ?? Math.floor(Math.random() * 2 ** 31));

type Schema = {
  type?: string;
  enum?: unknown[];
  properties?: Record<string, Schema>;
  items?: Schema;
  anyOf?: Schema[];
  const?: unknown;
};
type Operation = { requestBody?: { content: { "application/json"?: { schema: Schema } } } };

const media = new FakeMedia();
let api: Awaited<ReturnType<typeof startApi>>;
let scene: Scene;
let guest: string;
const tokens: Record<string, string> = {};

beforeAll(async () => {
  await media.start();
  api = await startApi();
  scene = await openScene(media);
  for (const name of ["ada", "cleo", "eve"] as const) {
    const token = `plnm_${name.padEnd(43, "x")}`;
    const data = { personId: scene.id[name], name: "test", tokenHash: hashOf(token), scopes: ["read", "write"] };
    await db().accessToken.create({ data });
    tokens[name] = token;
  }
  const { id } = await db().person.create({ data: { kind: "guest", name: "Guest 1", portraitSeed: 1 } });
  guest = guestCookie(id as Parameters<typeof guestCookie>[0]).split(";")[0] ?? "";
});
afterAll(async () => {
  await api.stop();
  await media.stop();
});

const WEIRD = [
  "\0",
  "a\0b",
  "\ud83d",
  "\udc00x",
  "a\ud800b",
  "%00",
  "%ff",
  "\u202e",
  "\u0301",
  "\ufeff",
  "’",
  "NaN",
  "1e999",
];

/** Text of any kind: half surrogates, NUL, controls, whole scripts, much of it. */
const anyText = fc.oneof(
  fc.constantFrom(...WEIRD, "", "__proto__", "constructor", "null", "-1", "9".repeat(400), "a".repeat(20_000)),
  fc.string({ unit: "binary", maxLength: 40 }),
  fc.string({ unit: fc.integer({ min: 0, max: 0xffff }).map((code) => String.fromCharCode(code)), maxLength: 40 }),
);
const anyNumber = fc.oneof(
  fc.constantFrom(0, -0, -1, 1, 1.5, 2 ** 31, 2 ** 53, -(2 ** 63), 1e308, 5e-324, 2_147_483_648),
  fc.integer(),
);
const anyValue: fc.Arbitrary<unknown> = fc.oneof(
  anyText,
  anyNumber,
  fc.constantFrom(null, true, false, [], {}, [[]], [null]),
  fc.jsonValue({ maxDepth: 3 }),
);

/** A value as the schema wants it, more often than not, so that it comes far; else anything. */
function valueFor(schema: Schema): fc.Arbitrary<unknown> {
  const fitting = (): fc.Arbitrary<unknown> => {
    if (schema.const !== undefined) return fc.constant(schema.const);
    if (schema.enum) return fc.constantFrom(...schema.enum);
    if (schema.anyOf) return fc.oneof(...schema.anyOf.map(valueFor));
    if (schema.properties) return fc.record(mapValues(schema.properties, valueFor), { requiredKeys: [] });
    if (schema.type === "array") return fc.array(valueFor(schema.items ?? {}), { maxLength: 4 });
    if (schema.type === "string") return fc.oneof(anyText, nameOfSomething, fc.constantFrom("en", "Night trains"));
    if (schema.type === "boolean") return fc.boolean();
    if (schema.type === "integer" || schema.type === "number")
      return fc.oneof(anyNumber, fc.integer({ min: 1, max: 9 }));
    return anyValue;
  };
  return fc.oneof({ weight: 9, arbitrary: fitting() }, { weight: 1, arbitrary: anyValue });
}

const mapValues = <From, To>(record: Record<string, From>, to: (value: From) => To): Record<string, To> =>
  Object.fromEntries(Object.entries(record).map(([name, value]) => [name, to(value)]));

/** Ids that there are, by a word that is replaced once there are any. */
const nameOfSomething = fc.constantFrom(
  "~room~",
  "~ada~",
  "~cleo~",
  "~dev~",
  "~eve~",
  "019abcde-0000-7000-8000-000000000000",
);

/** One part of a path as it is sent: an id, any text escaped, or bytes that are no text at all. */
const pathPart = fc.oneof(
  { weight: 4, arbitrary: nameOfSomething },
  { weight: 2, arbitrary: anyText.map((text) => encodeURIComponent(text.replaceAll(/\p{Cs}/gu, "?")).slice(0, 6_000)) },
  {
    weight: 1,
    arbitrary: fc.constantFrom("%", "%f", "%ff", "%00", "%ed%a0%80", "%c0%af", "..", "%2e%2e%2f", "%252f", "en", "1"),
  },
  {
    weight: 1,
    arbitrary: fc.uint8Array({ minLength: 1, maxLength: 8 }).map((bytes) => [...bytes].map(escapeByte).join("")),
  },
);
const escapeByte = (byte: number): string => `%${byte.toString(16).padStart(2, "0")}`;

const query = fc.oneof(
  fc.constant(""),
  fc
    .array(
      fc.tuple(fc.constantFrom("q", "after", "before", "limit", "section", "status", "channel", "ids", "x"), pathPart),
      {
        maxLength: 4,
      },
    )
    .map((pairs) => `?${pairs.map(([name, value]) => `${name}=${value}`).join("&")}`),
);

/** Bytes of a body: the JSON of a value, with keys of Object's own put in, cut off, or no JSON at all. */
const bodyOf = (schema: Schema): fc.Arbitrary<Buffer> =>
  fc.oneof(
    { weight: 8, arbitrary: valueFor(schema).map((value) => Buffer.from(JSON.stringify(value) ?? "")) },
    { weight: 1, arbitrary: fc.constant(Buffer.from('{"__proto__":{"admin":true},"constructor":{"prototype":{}}}')) },
    { weight: 1, arbitrary: fc.constant(Buffer.from(`${'{"a":'.repeat(5_000)}1${"}".repeat(5_000)}`)) },
    { weight: 1, arbitrary: fc.uint8Array({ maxLength: 60 }).map((bytes) => Buffer.from(bytes)) },
    {
      weight: 1,
      arbitrary: fc
        .constantFrom("", "{", "[1e999]", '{"a":1,"a":2}', "NaN", "\ufeff{}")
        .map((text) => Buffer.from(text)),
    },
  );

const who = fc.constantFrom("ada", "ada", "cleo", "eve", "guest", "nobody", "garbled");
const contentType = fc.constantFrom("application/json", "text/plain", "multipart/form-data; boundary=x", "x", "");

function headersOf(name: string, type: string): Record<string, string> {
  const typed = { host: "localhost:3000", ...(type && { "content-type": type }) };
  if (name === "guest") return { ...typed, cookie: guest };
  if (name === "garbled")
    return {
      ...typed,
      cookie: "plenum-guest=%ff; next-auth.session-token=%00%; =; plenum-locale=\u00ff",
      "x-forwarded-for": "\u00ff",
    };
  return name in tokens ? { ...typed, authorization: `Bearer ${tokens[name]}` } : typed;
}

type Sent = { method: string; path: string; headers: Record<string, string>; body: Buffer };

const sendOne = ({ method, path, headers, body }: Sent): Promise<{ status: number; text: string }> =>
  new Promise((resolve, reject) => {
    const carries = body.length > 0 && method !== "GET";
    const sized = carries ? { ...headers, "content-length": String(body.length) } : headers;
    const request = ask({ port: api.port, host: "127.0.0.1", method, path, headers: sized }, (answer) => {
      const status = answer.statusCode ?? 0;
      // A stream of events has no end of its own.
      if (answer.headers["content-type"]?.startsWith("text/event-stream")) {
        request.destroy();
        return resolve({ status, text: "" });
      }
      let text = "";
      answer.setEncoding("utf8").on("data", (chunk) => {
        text += chunk;
      });
      answer.on("end", () => resolve({ status, text }));
    });
    request.on("error", reject);
    request.end(carries ? body : undefined);
  });

/** Every row there is, by table; what only counts, watches or remembers a seat's lease is no act. */
async function rowsOfHouse(): Promise<Record<string, string>> {
  const { rows } = await hotPool().query<{ name: string; rows: string }>(await countingRows());
  return Object.fromEntries(rows.map((row) => [row.name, row.rows]));
}

let counting: string | undefined;

async function countingRows(): Promise<string> {
  if (counting) return counting;
  const tables = await hotPool().query<{ name: string }>(
    `SELECT relname AS name FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace
     AND relname NOT IN ('rate_limit', '_prisma_migrations') ORDER BY 1`,
  );
  const counts = tables.rows.map(({ name }) => `SELECT '${name}' AS name, count(*)::text AS rows FROM "${name}"`);
  counting = counts.join(" UNION ALL ");
  return counting;
}

const OPERATIONS = Object.entries(openapi.paths as unknown as Record<string, Record<string, Operation>>).flatMap(
  ([path, methods]) =>
    Object.entries(methods)
      // A stream of events takes no input and has no end; hallway-events.test.ts has them.
      .filter(([, operation]) => !JSON.stringify(operation).includes("text/event-stream"))
      .map(([method, operation]) => ({ path, method, operation })),
);

it(`no input to any operation makes a fault, and what is refused has written nothing (HOSTILE_SEED=${SEED})`, async () => {
  expect(OPERATIONS.length).toBeGreaterThan(80);
  const named = (text: string) =>
    text.replaceAll(/~(\w+)~/g, (_, name: string) => {
      return name === "room" ? scene.roomId : (scene.id[name as keyof Scene["id"]] ?? name);
    });
  const seen = new Map<number, number>();
  let before = await rowsOfHouse();
  for (const { path, method, operation } of OPERATIONS) {
    const schema = operation.requestBody?.content["application/json"]?.schema ?? {};
    const parts = [...path.matchAll(/\{\w+\}/g)].length;
    const inputs = fc.record({
      parts: fc.array(pathPart, { minLength: parts, maxLength: parts }),
      query,
      body: bodyOf(schema),
      who,
      contentType,
    });
    const property = fc.asyncProperty(inputs, async (input) => {
      let next = 0;
      const filled = path.replaceAll(/\{\w+\}/g, () => named(input.parts[next++] ?? ""));
      const sent = {
        method: method.toUpperCase(),
        path: `${filled}${named(input.query)}`,
        headers: headersOf(input.who, input.contentType),
        body: Buffer.from(named(input.body.toString("latin1")), "latin1"),
      };
      const { status, text } = await sendOne(sent);
      seen.set(status, (seen.get(status) ?? 0) + 1);
      expect(`${status} ${text.slice(0, 300)}`).toMatch(/^[234]/);
      const now = await rowsOfHouse();
      if (status >= 400) expect(now).toEqual(before);
      before = now;
    });
    await fc.assert(property, { seed: SEED, numRuns: RUNS_AN_OPERATION, endOnFailure: true });
  }
  // It reaches what lies behind the schemas, too.
  expect([200, 401, 403, 404, 422].filter((status) => !seen.has(status))).toEqual([]);
}, 60_000);
