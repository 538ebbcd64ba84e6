import { readdirSync, readFileSync } from "node:fs";
import { join, posix, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";

const ROOT = fileURLToPath(new URL("..", import.meta.url));

/** From the most special folder to the most general; the first that matches a path owns it. */
const LAYERS = [
  "lib/domain",
  "lib/wire",
  "lib/media",
  "lib/server",
  "lib/worker",
  "lib/relay",
  "lib/client",
  "lib/i18n",
  "lib/env.ts",
  "components",
  "app",
  "proxy.ts",
  "instrumentation.ts",
  "scripts",
  "prisma",
  "tests",
] as const;

/** Which layer may import which. `scripts`, `prisma` and `tests` may import anything. */
const MAY_IMPORT: Record<string, readonly string[]> = {
  "lib/domain": ["lib/domain"],
  "lib/wire": ["lib/domain", "lib/wire"],
  "lib/media": ["lib/domain", "lib/wire", "lib/env.ts", "lib/media"],
  "lib/server": ["lib/domain", "lib/wire", "lib/media", "lib/env.ts", "lib/server", "lib/i18n"],
  "lib/worker": ["lib/domain", "lib/wire", "lib/media", "lib/server", "lib/env.ts", "lib/worker"],
  "lib/relay": ["lib/domain", "lib/wire", "lib/media", "lib/server", "lib/env.ts", "lib/relay", "prisma"],
  "lib/client": ["lib/domain", "lib/wire", "lib/client"],
  "lib/i18n": ["lib/i18n"],
  "lib/env.ts": ["lib/domain"],
  components: ["components", "lib/client", "lib/wire", "lib/domain", "lib/i18n"],
  app: ["app", "components", "lib/server", "lib/media", "lib/wire", "lib/domain", "lib/env.ts", "lib/i18n"],
  "proxy.ts": ["lib/server", "lib/env.ts"],
  "instrumentation.ts": ["lib/server", "lib/env.ts"],
};

/** Packages that only the named layers may know, so that each can be replaced in one place. */
const KEPT_PACKAGES: [package_: RegExp, layers: readonly string[]][] = [
  [/^zod$/, ["lib/wire", "lib/env.ts"]],
  [/^livekit-server-sdk$/, ["lib/media"]],
  [/^(@prisma\/|pg$|next-auth)/, ["lib/server"]],
  [/^pg-boss$/, ["lib/worker"]],
  [/^@livekit\/rtc-node$/, ["lib/relay"]],
  [/^opusscript$/, ["lib/relay"]],
  [/^livekit-client$/, ["lib/client"]],
  [/^(rrule-temporal|temporal-polyfill|ical-generator)$/, ["lib/server"]],
];

/** What breaks the import table in one file; empty where nothing does. `from` is relative to the root. */
function violations(from: string, source: string): string[] {
  const layer = layerOf(from);
  const allowed = layer === undefined ? undefined : MAY_IMPORT[layer];
  if (!layer || !allowed) return [];
  return [...source.matchAll(/(?:\bfrom|\bimport)\s*\(?\s*["']([^"']+)["']/g)].flatMap(
    ([statement = "", target = ""]) => {
      const typesOnly = source.slice(0, source.indexOf(statement)).endsWith("import type ");
      const path = target.startsWith("@/")
        ? target.slice(2)
        : target.startsWith(".")
          ? posix.join(posix.dirname(from), target)
          : null;
      if (path === null) return packageViolation(from, layer, target, typesOnly);
      const reached = layerOf(path);
      return reached && !allowed.includes(reached)
        ? [`${from} imports ${target}: ${layer} may not know ${reached}`]
        : [];
    },
  );
}

function packageViolation(from: string, layer: string, target: string, typesOnly: boolean): string[] {
  if (layer === "lib/domain") return [`${from} imports ${target}: the domain has no packages`];
  if (/^next\/headers/.test(target) && layer === "lib/server" && from !== "lib/server/callers/session.ts") {
    return [`${from} imports ${target}: only session.ts may`];
  }
  if (/^next(\/|$)/.test(target) && from.startsWith("lib/server/http/"))
    return [`${from} imports ${target}: http/ uses nothing of Next`];
  const kept = KEPT_PACKAGES.find(([pattern]) => pattern.test(target));
  const isTypeOfZod = target === "zod" && (typesOnly || layer === "lib/server");
  return kept && !kept[1].includes(layer) && !isTypeOfZod
    ? [`${from} imports ${target}: kept to ${kept[1].join(", ")}`]
    : [];
}

function layerOf(path: string): string | undefined {
  return LAYERS.find((layer) => path === layer || `${path}.ts` === layer || path.startsWith(`${layer}/`));
}

function sourceFiles(folder: string): string[] {
  return readdirSync(join(ROOT, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory()) return entry.name === "generated" ? [] : sourceFiles(path);
    return /\.tsx?$/.test(entry.name) ? [path] : [];
  });
}

describe("the import table", () => {
  it("holds in every file", () => {
    const files = ["lib", "components", "app"].flatMap(sourceFiles);
    expect(files.length).toBeGreaterThan(50);
    expect(
      files.flatMap((file) => violations(relative(ROOT, join(ROOT, file)), readFileSync(join(ROOT, file), "utf8"))),
    ).toEqual([]);
  });

  it("bites: planted violations are found", () => {
    expect(violations("lib/domain/hands/hand.ts", 'import { z } from "zod";')).toHaveLength(1);
    expect(violations("lib/domain/hands/hand.ts", 'import { db } from "@/lib/server/postgres/db";')).toHaveLength(1);
    expect(violations("components/room/dock.tsx", 'import { db } from "@/lib/server/postgres/db";')).toHaveLength(1);
    expect(violations("components/room/dock.tsx", 'await import("livekit-client")')).toHaveLength(1);
    expect(violations("lib/client/api.ts", 'import { Temporal } from "temporal-polyfill";')).toHaveLength(1);
    expect(violations("lib/server/http/x.ts", 'import { cookies } from "next/headers";')).toHaveLength(1);
    expect(violations("lib/client/api.ts", 'import type { Hand } from "@/lib/wire/views";')).toEqual([]);
  });
});

/** Source files of a folder, its sub-folders not counted: more of them and nobody sees at a glance what there is. */
const MAX_FILES_A_FOLDER = 25;
/** Written by a script, a file a noun, and read by nobody. */
const WRITTEN_FOLDER = "lib/wire/api";

/** The rooms of lib/server, the lowest first: each may import from those before it, and from itself. */
const SERVER_FLOORS = [
  "postgres",
  "callers",
  "shows",
  "calendar",
  "queries",
  "notify",
  "seats",
  "mirroring",
  "stage",
  "limits",
  "acts",
  "planning",
  "admission",
  "announcing",
  "chat",
  "http",
  "hands",
  "link-preview",
  "mail",
  "notifications",
  "sign-in",
  "portraits",
  "recording",
  "preview-card",
  "account",
  "guests",
  "reports",
  "commands",
  "relaying",
  "sweeping",
] as const;

const floorOf = (path: string): number => SERVER_FLOORS.indexOf(path.split("/")[2] as (typeof SERVER_FLOORS)[number]);

/** Imports of a file, types included, as paths from the root without their ending. */
function importsOf(from: string, source: string): string[] {
  return [...source.matchAll(/(?:\bfrom|\bimport)\s*\(?\s*["']([^"']+)["']/g)].flatMap(([, target = ""]) => {
    if (target.startsWith("@/")) return [target.slice(2)];
    return target.startsWith(".") ? [posix.join(posix.dirname(from), target)] : [];
  });
}

/** Arrows of lib/server that climb: from a lower room into a higher one. */
function climbing(from: string, imports: readonly string[]): string[] {
  const floor = floorOf(from);
  return imports
    .filter((path) => path.startsWith("lib/server/") && !path.startsWith("lib/server/generated/"))
    .filter((path) => floorOf(path) > floor)
    .map((path) => `${from} climbs to ${path}`);
}

/** Files that reach themselves by imports, types included; each once. */
function circles(graph: ReadonlyMap<string, readonly string[]>): string[] {
  const done = new Set<string>();
  const onWay: string[] = [];
  const found: string[] = [];
  const walk = (file: string): void => {
    if (onWay.includes(file)) return void found.push([...onWay.slice(onWay.indexOf(file)), file].join(" → "));
    if (done.has(file)) return;
    onWay.push(file);
    for (const next of graph.get(file) ?? []) walk(next);
    onWay.pop();
    done.add(file);
  };
  for (const file of graph.keys()) walk(file);
  return found;
}

describe("the house", () => {
  const files = ["lib", "components", "app"].flatMap(sourceFiles);
  const graph = new Map(
    files.map((file) => [
      file.replace(/\.tsx?$/, ""),
      importsOf(file, readFileSync(join(ROOT, file), "utf8")) as readonly string[],
    ]),
  );

  it("has at most 25 files in a folder", () => {
    const sizes = new Map<string, number>();
    for (const file of [...files, ...["tests", "scripts", "prisma"].flatMap(sourceFiles)]) {
      const folder = posix.dirname(file);
      sizes.set(folder, (sizes.get(folder) ?? 0) + 1);
    }
    sizes.delete(WRITTEN_FOLDER);
    expect([...sizes].filter(([, size]) => size > MAX_FILES_A_FOLDER)).toEqual([]);
  });

  it("keeps the server's rooms in their order", () => {
    const inside = files.filter((file) => file.startsWith("lib/server/"));
    expect(inside.filter((file) => floorOf(file) === -1)).toEqual([]);
    expect(inside.flatMap((file) => climbing(file, graph.get(file.replace(/\.tsx?$/, "")) ?? []))).toEqual([]);
  });

  it("has no circle of imports, types included", () => {
    expect(circles(graph)).toEqual([]);
  });

  it("bites: a planted climb and a planted circle are found", () => {
    expect(climbing("lib/server/seats/open-seat.ts", ["lib/server/commands/seats/take-seat"])).toHaveLength(1);
    expect(climbing("lib/server/commands/seats/take-seat.ts", ["lib/server/seats/open-seat"])).toEqual([]);
    expect(
      circles(
        new Map([
          ["a", ["b"]],
          ["b", ["c"]],
          ["c", ["a"]],
        ]),
      ),
    ).toEqual(["a → b → c → a"]);
  });
});

/**
 * A process holds several copies of a class of ours or of a bundled library, one a bundle: `instanceof` knows only its
 * own, and what it is asked about may come from another. Only what the language itself brings is the same everywhere.
 */
describe("nothing on the server is known by its class", () => {
  const OWN_CLASS = /\binstanceof\s+(?!(?:Error|TypeError|AggregateError|Promise|Date|Uint8Array|Response)\b)[\w.]+/g;

  it("in any file", () => {
    const files = ["lib/domain", "lib/wire", "lib/media", "lib/server", "lib/worker", "app"].flatMap(sourceFiles);
    const found = files.flatMap((file) =>
      (readFileSync(join(ROOT, file), "utf8").match(OWN_CLASS) ?? []).map((use) => `${file}: ${use}`),
    );
    expect(found).toEqual([]);
  });

  it("bites", () => expect("spent instanceof RateLimiterRes".match(OWN_CLASS)).toHaveLength(1));
});

/** A longer file is split by what it owns. */
const MAX_LINES_A_FILE = 250;

/** Members that only TypeScript hides. The language's own `#` hides them from whoever looks at run time, too. */
const HIDDEN_BY_TYPES = /^\s*(?:constructor\()?(?:private|protected) /gm;

describe("a file", () => {
  const files = ["lib", "components", "app", "scripts"].flatMap(sourceFiles);
  const sources = files.map((file) => ({ file, source: readFileSync(join(ROOT, file), "utf8") }));

  it("has at most 250 lines", () => {
    const long = sources.filter(({ source }) => source.split("\n").length - 1 > MAX_LINES_A_FILE);
    expect(long.map(({ file }) => file)).toEqual([]);
  });

  it("hides members of a class by # alone", () => {
    expect(sources.filter(({ source }) => source.match(HIDDEN_BY_TYPES)).map(({ file }) => file)).toEqual([]);
  });

  it("bites: planted members are found, words in a comment are not", () => {
    expect("  private readonly pool: Pool;".match(HIDDEN_BY_TYPES)).toHaveLength(1);
    expect("  constructor(private readonly pool: Pool) {}".match(HIDDEN_BY_TYPES)).toHaveLength(1);
    expect("  // A private address is never connected to.".match(HIDDEN_BY_TYPES)).toBeNull();
  });
});

/** What writes the rows of seats and the count of a room that its cap is judged by, in SQL and in Prisma. */
const SEAT_WRITES = [
  /\b(?:UPDATE|INSERT\s+INTO|DELETE\s+FROM)\s+(?:held_)?seat\b/,
  /\.(?:seat|heldSeat)\.(?:create|update|upsert|delete)/,
  /\bSET\s+(?:[^`;]*?,\s*)?open_seats\s*=/,
  /\bopenSeats:\s*\{\s*(?:increment|decrement|set)\b/,
];

const writesSeats = (source: string): boolean => SEAT_WRITES.some((pattern) => pattern.test(source));

describe("a seat has one owner", () => {
  it("only lib/server/seats writes seats and counts them", () => {
    const writers = ["lib", "app"]
      .flatMap(sourceFiles)
      .filter((file) => writesSeats(readFileSync(join(ROOT, file), "utf8")));
    expect(writers.length).toBeGreaterThan(5);
    expect(writers.filter((file) => !file.startsWith("lib/server/seats/"))).toEqual([]);
  });

  it("bites: planted writers are found, readers are not", () => {
    expect(writesSeats("UPDATE seat s SET gone_at = $1")).toBe(true);
    expect(writesSeats("INSERT INTO held_seat (id) VALUES ($1)")).toBe(true);
    expect(writesSeats("await tx.seat.updateMany({ where, data })")).toBe(true);
    expect(writesSeats("await db().heldSeat.create({ data })")).toBe(true);
    expect(writesSeats("UPDATE room r SET open_seats = r.open_seats + 1")).toBe(true);
    expect(writesSeats("UPDATE room SET empty_since = NULL,\n  open_seats = 0")).toBe(true);
    expect(writesSeats("data: { openSeats: { increment: 1 } }")).toBe(true);
    expect(writesSeats("SELECT id FROM seat WHERE open_seats = 0 FOR NO KEY UPDATE")).toBe(false);
    expect(writesSeats("UPDATE seat_offer SET closed_at = now()")).toBe(false);
    expect(writesSeats("await tx.seat.findMany({ where })")).toBe(false);
  });
});
