import { v7 as uuid } from "uuid";
import { HANDLERS } from "@/tests/support/api-server";
import { askAt } from "./ask-at";
import { askedOf, type CallerName, type Row } from "./row";
import { HIDDEN, type Walk } from "./walk-scene";

/** What a path names, unless its row says otherwise. */
const NAMED: Record<string, string> = {
  roomId: "~room~",
  personId: "~cleo~",
  showId: "~show~",
  clubId: "~club~",
  guestId: "~guestRow~",
  recordingId: "~recording~",
  linkId: "~link~",
  tokenId: "~token~",
  codeId: "~code~",
  sessionId: "~nobodys~",
  exportId: "~nobodys~",
  number: "1",
  language: "fr",
  provider: "github",
  handle: "ada",
  size: "64",
};

const BY_OPERATION = new Map(
  HANDLERS.map(({ method, path, handler }) => [`${method} ${path.replaceAll("[", "{").replaceAll("]", "}")}`, handler]),
);

/** Every handler there is, by method and path as openapi.json writes them. */
export const EVERY_OPERATION = [...BY_OPERATION.keys()];

/**
 * Sends what a row says as one of the callers. `unknown`: with ids that are nobody's in place of all that is hidden; null where
 * that is the same request. `byToken`: with the token of whoever is banned in place of their cookie.
 */
export async function sendRow(
  operation: string,
  row: Row,
  { walk, as, unknown = false, byToken = false }: { walk: Walk; as: CallerName; unknown?: boolean; byToken?: boolean },
) {
  const handler = BY_OPERATION.get(operation);
  if (!handler) throw new Error(`there is no ${operation}`);
  const [method = "", path = ""] = operation.split(" ");
  const asked = askedOf(row);
  const named = [...path.matchAll(/\{(\w+)\}/g)].map(([, name = ""]) => [
    name,
    asked.named?.[name] ?? NAMED[name] ?? "x",
  ]);
  const written = JSON.stringify({ named: Object.fromEntries(named), search: asked.search ?? "", body: asked.body });
  const names = unknown ? { ...walk.names, ...Object.fromEntries(HIDDEN.map((name) => [name, uuid()])) } : walk.names;
  const filled = fill(written, names);
  if (unknown && filled === fill(written, walk.names)) return null;
  const { named: params, search, body } = JSON.parse(filled);
  const who = as === "owner" ? (asked.by ?? "owner") : as;
  return askAt(handler, {
    method,
    path: `/${search}`,
    params,
    body: method === "GET" ? undefined : (asked.bytes ?? (body && JSON.stringify(body))),
    ...(byToken ? { bearer: walk.bannedToken } : { cookie: walk.cookies[who] }),
  });
}

const fill = (text: string, names: Record<string, string>): string =>
  text.replaceAll(/~(\w+)~/g, (unnamed, name: string) => names[name] ?? unnamed);
