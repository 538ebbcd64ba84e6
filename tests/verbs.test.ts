import { existsSync, readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { CLUB_ACTIONS } from "@/lib/domain/clubs/club-permissions";
import { ACTIONS } from "@/lib/domain/permissions";
import { SHOW_ACTIONS } from "@/lib/domain/shows/show-permissions";
import type { Verb } from "@/lib/wire/verb";
import { VERBS } from "@/lib/wire/verbs";

const ROOT = fileURLToPath(new URL("..", import.meta.url));

/** What roles allow, in rooms, in clubs and about shows. */
const PERMISSIONS: ReadonlySet<string> = new Set([...ACTIONS, ...CLUB_ACTIONS, ...SHOW_ACTIONS]);

/** The text of a source file; empty where it does not exist. */
type Sources = (path: string) => string;

const read: Sources = (path) =>
  path !== "" && existsSync(join(ROOT, path)) ? readFileSync(join(ROOT, path), "utf8") : "";

const filesIn = (folder: string): string[] =>
  readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(".ts"))
    .map((entry) => join(entry.parentPath, entry.name).slice(ROOT.length));

const CLIENT_FILES = new Map(filesIn("lib/client").map((path) => [basename(path, ".ts"), path]));

const kebab = (name: string): string => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

/** `POST /api/rooms/:roomId/hand` becomes `app/api/rooms/[roomId]/hand/route.ts`. */
const routeOf = (operation: string): string =>
  `app${operation.replace(/^\w+ /, "").replace(/:(\w+)/g, "[$1]")}/route.ts`;

const wordsOf = (source: string, pattern: RegExp): string[] =>
  [...source.matchAll(pattern)].map(([, word = ""]) => word);

/** The file itself and the files of ours that it imports. */
function around(path: string, sources: Sources): string {
  const own = sources(path);
  const imported = wordsOf(own, /from "@\/(lib\/(?:server|domain)\/[^"]+)"/g);
  return [own, ...imported.map((file) => sources(`${file}.ts`))].join("\n");
}

/** Where the sources differ from one line of the table; empty where they agree. */
function faultsOf(folder: string, name: string, verb: Verb, sources: Sources): string[] {
  const [operation, permission, client, events] = verb;
  const path = `lib/server/commands/${folder}/${kebab(name)}.ts`;
  const command = sources(path);
  const reached = around(path, sources);
  const [method = ""] = operation.split(" ");
  const written = wordsOf(command, /\btype: "(\w+)"/g);
  const known = wordsOf(sources("lib/wire/rooms/announcements.ts"), /\{ type: "(\w+)"/g);
  const asking = new RegExp(`\\b${name}(?:: | = |\\()[^]*?call\\(\\s*"([^"]+)"`).exec(sources(clientPath(client)));
  return [
    !new RegExp(`export const ${name} =`).test(command) && `${path} does not export ${name}`,
    !sources(routeOf(operation)).includes(`export const ${method} = command(${name});`) &&
      `${routeOf(operation)} does not run ${name} on ${method}`,
    permission !== null && !PERMISSIONS.has(permission) && `${permission} is not a permission`,
    permission !== null && !reached.includes(`"${permission}"`) && `${name} never asks for ${permission}`,
    client !== null && asking?.[1] !== operation && `${client} has no ${name} that calls ${operation}`,
    ...events.map((event) => !known.includes(event) && `${event} is not among what happens in a room`),
    ...events.map((event) => !reached.includes(`"${event}"`) && `${name} never tells of ${event}`),
    ...written.map(
      (event) => known.includes(event) && !events.some((each) => each === event) && `${name} also tells of ${event}`,
    ),
  ].filter((fault) => fault !== false);
}

const clientPath = (client: string | null): string => CLIENT_FILES.get(client ?? "") ?? "";

const ROWS = Object.entries(VERBS).flatMap(([folder, verbs]) =>
  Object.entries(verbs).map(([name, verb]) => ({ folder, name, verb: verb as Verb })),
);

describe("a verb has one name from the button to the command", () => {
  it.each(ROWS)("$name", ({ folder, name, verb }) => {
    expect(faultsOf(folder, name, verb, read)).toEqual([]);
  });

  it("stands in the table where a route runs it", () => {
    const run = filesIn("app/api").flatMap((path) => wordsOf(read(path), /= command\((\w+)\)/g));
    expect(run.toSorted()).toEqual(ROWS.map(({ name }) => name).toSorted());
  });

  it("is found out where one hop renames it", () => {
    const planted: Sources = (path) =>
      path === "lib/client/api.ts" ? read(path).replace("offerStage:", "makeOffer:") : read(path);
    const { offerStage } = VERBS.stage;
    expect(faultsOf("stage", "offerStage", offerStage, planted)).toEqual([
      "api has no offerStage that calls POST /api/rooms/:roomId/offers/:personId",
    ]);
    expect(faultsOf("stage", "inviteToStage", offerStage, read)).toContain(
      "app/api/rooms/[roomId]/offers/[personId]/route.ts does not run inviteToStage on POST",
    );
    const misnamed: Verb = [offerStage[0], "muteAll", offerStage[2], ["offer_made"]];
    expect(faultsOf("stage", "offerStage", misnamed, read)).toEqual([
      "offerStage never asks for muteAll",
      "offerStage also tells of offer_opened",
    ]);
  });
});
