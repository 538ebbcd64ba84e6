import { createHash, randomBytes } from "node:crypto";
import { v7 as uuid } from "uuid";
import { askDatabase } from "@/tests/support/running";

type Product = { url: string; dataFolder: string };

export const PAGE_CALLERS = ["nobody", "guest", "stranger", "banned", "leader", "admin", "owner"] as const;

export type PageCaller = (typeof PAGE_CALLERS)[number];

/** Words of whose room, show, club and episode nobody else may read. */
export const HIDDEN_WORDS = [
  "Tones behind a door",
  "Tones that are over",
  "Tones to come",
  "Tones weekly",
  "A hidden driver",
];

const PEOPLE_SQL = `
INSERT INTO person (id, kind, handle, name, portrait_seed, admin)
SELECT id, 'member', handle, 'Walk ' || handle, 1, handle LIKE 'walk_admin%' FROM unnest($1::uuid[], $2::text[]) AS p(id, handle)`;

const REPORTED_SQL = "SELECT case_id FROM report WHERE reporter_id = $1";

const SESSIONS_SQL = `
INSERT INTO session (token_hash, person_id, expires_at, used_at)
SELECT hash, id, now() + interval '1 day', now() FROM unnest($1::uuid[], $2::bytea[]) AS s(id, hash)`;

/**
 * People of this walk alone, with what the owner hides from all others: a closed room that is live, one that is over, and a show
 * that is a draft, with an episode and a guest. The leader has an open room; whoever is banned still shows their old cookie.
 */
export async function openPageWalk({ url, dataFolder }: Product) {
  const id = Object.fromEntries(["stranger", "banned", "leader", "admin", "owner"].map((name) => [name, uuid()]));
  const tag = randomBytes(4).toString("hex");
  const handles = Object.keys(id).map((name) => `walk_${name}_${tag}`);
  const tokens = Object.keys(id).map(() => randomBytes(32).toString("base64url"));
  const hashes = tokens.map((token) => createHash("sha256").update(token).digest());
  await askDatabase(dataFolder, PEOPLE_SQL, [Object.values(id), handles]);
  await askDatabase(dataFolder, SESSIONS_SQL, [Object.values(id), hashes]);
  const cookies = Object.fromEntries(
    Object.keys(id).map((name, place) => [name, `next-auth.session-token=${tokens[place]}`]),
  );

  const call = async <Answer>(as: string, method: string, path: string, body: object = {}): Promise<Answer> => {
    const headers = { cookie: cookies[as] ?? "", "content-type": "application/json", origin: url };
    const answer = await fetch(`${url}${path}`, { method, headers, body: JSON.stringify(body) });
    if (!answer.ok) throw new Error(`${method} ${path} answered ${answer.status}: ${await answer.text()}`);
    const cookie = answer.headers.getSetCookie().find((line) => line.startsWith("plenum-guest="));
    if (cookie) cookies.guest = cookie.split(";")[0] ?? "";
    const text = await answer.text();
    return (text ? JSON.parse(text) : null) as Answer;
  };
  type Opened = { room: { id: string } };
  const open = async (as: string, title: string, more: object = {}) =>
    (await call<Opened>(as, "POST", "/api/rooms", { title, ...more })).room.id;

  const elsewhere = await open("leader", "Tones elsewhere");
  await call("leader", "POST", `/api/rooms/${elsewhere}/seat`);
  await call("guest", "POST", `/api/rooms/${elsewhere}/seat`);
  const over = await open("owner", "Tones that are over", { kind: "closed" });
  await call("owner", "DELETE", `/api/rooms/${over}`);
  const room = await open("owner", "Tones behind a door", { kind: "closed" });
  const slug = `walk-${tag}`;
  const { show } = await call<{ show: { id: string } }>("owner", "POST", "/api/shows", {
    ...{ title: "Tones weekly", slug, zone: "UTC" },
  });
  const when = { at: `${new Date().getUTCFullYear() + 1}-03-01T20:00`, zone: "UTC" };
  await call("owner", "POST", "/api/episodes", { title: "Tones to come", showId: show.id, when, publish: false });
  const [draft] = await askDatabase<{ id: string }>(dataFolder, "SELECT id FROM room WHERE show_id = $1", [show.id]);
  if (!draft) throw new Error("no episode");
  await call("owner", "POST", `/api/rooms/${draft.id}/guests`, { name: "A hidden driver" });
  const handle = `walk_club_${tag}`;
  await call("owner", "POST", "/api/clubs", { name: "Walk club", handle, admission: "invitation" });
  await call("admin", "PUT", `/api/admin/bans/${id.banned}`, { reason: "Rude to everyone." });

  const about = { address: `${url}/rooms/${elsewhere}`, reason: "spam", inGoodFaith: true };
  const { key: receipt } = await call<{ key: string }>("owner", "POST", "/api/reports", about);
  const [reported] = await askDatabase<{ case_id: string }>(dataFolder, REPORTED_SQL, [id.owner]);
  const caseId = reported?.case_id ?? "";

  const names = {
    ...{ room, over, draft: draft.id, elsewhere, slug, club: handle, case: caseId, receipt },
    handle: handles.at(-1) ?? "",
  };
  return {
    names,
    /** Names of what is hidden, with others of the same shape that are nobody's. */
    unknown: {
      ...names,
      room: uuid(),
      over: uuid(),
      draft: uuid(),
      case: uuid(),
      slug: `walk-${randomBytes(4).toString("hex")}`,
    },
    get: async (as: PageCaller, path: string) => {
      const headers = { accept: "text/html", cookie: cookies[as] ?? "" };
      const answer = await fetch(`${url}${path}`, { headers, redirect: "manual" });
      return { status: answer.status, text: await answer.text(), to: answer.headers.get("location") };
    },
    close: async () => {
      for (const [as, roomId] of Object.entries({ owner: room, leader: elsewhere }))
        await call(as, "DELETE", `/api/rooms/${roomId}`);
      await askDatabase(dataFolder, "DELETE FROM show WHERE slug = $1", [slug]);
      await askDatabase(dataFolder, "DELETE FROM report_case WHERE id = $1", [caseId]);
      await askDatabase(dataFolder, "DELETE FROM person WHERE id = ANY($1)", [Object.values(id)]);
    },
  };
}
