import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";

const ROOM = fileURLToPath(new URL("../../../components/room", import.meta.url));

/** What parts hand down to each other though each can ask the room itself: room-context.tsx and open-context.tsx. */
const DRILLED = /<(?!RoomContext\b)[A-Z]\w*\b[^<>]*?\s(?:scene|view|roomId|onOpen)=\{/g;

/** A way to sign in and come back that loses the invitation one came by: door/use-sign-in-path.ts keeps it. */
const WAY_BY_HAND = /\/sign-in\?next=\/rooms\/\$\{/g;

const sources = readdirSync(ROOM, { recursive: true, encoding: "utf8" })
  .filter((path) => path.endsWith(".tsx"))
  .map((path) => ({ path, source: readFileSync(join(ROOM, path), "utf8") }));

const found = (pattern: RegExp): string[] =>
  sources.flatMap(({ path, source }) => (source.match(pattern) ?? []).map((use) => `${path}: ${use}`));

describe("the parts of a room", () => {
  it("ask for the room themselves", () => {
    expect(sources.length).toBeGreaterThan(80);
    // A list of halls and an interpreter's desk are handed the room that they are about, which may be another one.
    const own = /^(interpreting\/|bar\/room-bar.tsx: <(?:LineBar|BarOf))/;
    expect(found(DRILLED).filter((use) => !own.test(use))).toEqual([]);
  });

  it("lead to signing in by the one way that keeps an invitation", () => {
    expect(found(WAY_BY_HAND)).toEqual([]);
  });

  it("bites: planted ones are found", () => {
    expect("<Hall view={view} />".match(DRILLED)).toHaveLength(1);
    expect("<Face\n  person={person}\n  onOpen={open}\n/>".match(DRILLED)).toHaveLength(1);
    expect("<RoomContext scene={scene}>".match(DRILLED)).toBeNull();
    expect(["<Link href={`/sign-in?next=/rooms/", "{id}`}>"].join("$").match(WAY_BY_HAND)).toHaveLength(1);
  });
});
