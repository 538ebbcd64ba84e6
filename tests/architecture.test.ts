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
  [/^livekit-client$/, ["lib/client"]],
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
    expect(violations("lib/server/http/x.ts", 'import { cookies } from "next/headers";')).toHaveLength(1);
    expect(violations("lib/client/api.ts", 'import type { Hand } from "@/lib/wire/views";')).toEqual([]);
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
