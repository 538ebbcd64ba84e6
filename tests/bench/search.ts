import { parseArgs } from "node:util";
import pg from "pg";
import type { PersonId } from "@/lib/domain/ids";
import { report, rounded } from "@/tests/support/bench-report";
import { startEmbedded } from "@/tests/support/postgres/embedded-postgres";
import { copyTemplate, ensureTemplate } from "@/tests/support/postgres/template-database";
import { fill } from "./search/fill";
import { folded, isOneMistakeFrom, lastNames, wordsOf } from "./search/names";

const { values: flags } = parseArgs({
  options: { people: { type: "string", default: "1000000" }, runs: { type: "string", default: "400" } },
});
const [PEOPLE, RUNS] = [Number(flags.people), Number(flags.runs)];

/** Up to so many, everybody who is called that must be found. */
const ALL_FOUND = 60;

type Somebody = { id: string; name: string; handle: string };

/** What is typed, and for whom. */
type Look = { kind: "beginning" | "name" | "whole" | "mistake"; q: string; meant: Somebody };

/**
 * A million people with the names of a city and 5,000 live rooms; a member who follows 300, and a caller without an account, look
 * for people by beginnings, last names, whole names, and with a mistake. Each look is the whole answer of `GET /api/search`.
 * Broken where somebody is found who is not called that, or somebody is missed who is, by a plain reference that folds and
 * compares for itself.
 */
async function main(): Promise<void> {
  const settings = ["fsync=off", "synchronous_commit=off", "max_wal_size=4GB", "shared_buffers=256MB"];
  const postgres = await startEmbedded(settings);
  const broken: string[] = [];
  const figures: Record<string, number> = { people: PEOPLE };
  try {
    Object.assign(process.env, {
      DATABASE_URL: await copyTemplate(postgres.adminUrl, await ensureTemplate(postgres.adminUrl), "bench_search"),
      PLENUM_SECRET: "a secret that only this bench knows, 32+",
      LIVEKIT_URL: "ws://127.0.0.1:9",
      LIVEKIT_API_KEY: "bench",
      LIVEKIT_API_SECRET: "a media secret that only this bench knows",
    });
    Object.assign(figures, await measure(broken));
  } finally {
    await postgres.stop();
  }
  report("search", figures, [...new Set(broken)]);
}

async function measure(broken: string[]): Promise<Record<string, number>> {
  const { hotPool } = await import("@/lib/server/postgres/db");
  const { search } = await import("@/lib/server/queries/search/search");
  // Not the product's own connections: those give up after some seconds.
  const client = new pg.Client({ connectionString: process.env.DATABASE_URL });
  await client.connect();
  broken.push(...(await fill(client, PEOPLE)));
  const me = (await client.query<{ id: PersonId }>("SELECT md5('1')::uuid AS id")).rows[0] ?? null;
  const people = (await client.query<Somebody>("SELECT id, name, handle FROM person")).rows;
  await client.end();
  const words = people.map(({ name, handle }) => wordsOf(name, handle));

  const times: Record<Look["kind"], number[]> = { beginning: [], name: [], whole: [], mistake: [] };
  for (let run = 0; run < RUNS; run++) {
    const look = lookOf(run, people);
    const from = performance.now();
    const found = await search(run % 8 < 4 ? me : null, { q: look.q, kind: null, after: null });
    times[look.kind].push(performance.now() - from);
    const wrong = found.people.some((one) => !isCalled(look, wordsOf(one.name, one.handle ?? "")));
    if (wrong) broken.push(`only who is called that is found (${look.q})`);
    if (run % 20 < 4)
      broken.push(...(await whoIsMissed(look, people, words, (kind) => search(me, { q: look.q, kind, after: null }))));
  }
  await hotPool().end();
  const all = Object.values(times).flat();
  const figures: Record<string, number> = {
    p50Ms: quantile(all, 0.5),
    p95Ms: quantile(all, 0.95),
    maxMs: quantile(all, 1),
  };
  for (const [kind, some] of Object.entries(times)) figures[`${kind}P95Ms`] = quantile(some, 0.95);
  return figures;
}

/** Whom one looks for, and what one types of their name; the same at each run of the bench but for the names themselves. */
function lookOf(run: number, people: readonly Somebody[]): Look {
  const meant = people[(run * 104_729) % people.length] as Somebody;
  const [first = "", last = ""] = meant.name.split(" ");
  const kind = (["beginning", "name", "whole", "mistake"] as const)[run % 4] ?? "name";
  const q = {
    beginning: last.slice(0, 2 + (run % 4)),
    name: last,
    whole: `${first} ${last}`,
    mistake: mistaken(last, run),
  }[kind];
  return { kind, q, meant };
}

/** One letter left out, doubled, changed, or two that changed places. */
function mistaken(word: string, run: number): string {
  const at = 1 + (run % (word.length - 2));
  const [before, here = "", next = "", behind] = [word.slice(0, at), word[at], word[at + 1], word.slice(at + 2)];
  return [
    before + next + behind,
    before + here + here + next + behind,
    `${before}x${next}${behind}`,
    before + next + here + behind,
  ][(run >> 2) % 4] as string;
}

/** The plain reference: each typed word begins one of theirs, or does so but for a mistake. */
function isCalled({ q }: Look, words: readonly string[]): boolean {
  return typedWords(q).every((typed) => words.some((word) => word.startsWith(typed) || isNearly(typed, word)));
}

const typedWords = (q: string): string[] =>
  folded(q)
    .split(/[^a-z0-9]+/)
    .filter(Boolean);

const isNearly = (typed: string, word: string): boolean =>
  [-1, 0, 1].some((more) => isOneMistakeFrom(typed, word.slice(0, typed.length + more)));

/**
 * On all pages: everybody who is called that without a mistake, where they are few; with one, somebody whose last name could have been
 * meant, where nobody is called so. Folding can make two mistakes of one ("Druel" is folded to "drul"), which nobody has to find.
 */
async function whoIsMissed(
  { q, kind, meant }: Look,
  people: readonly Somebody[],
  words: readonly string[][],
  ask: (kind: "people") => Promise<{ people: { id: string }[] }>,
): Promise<string[]> {
  const typed = typedWords(q);
  const called = people.filter((_, place) => typed.every((one) => words[place]?.some((word) => word.startsWith(one))));
  const { people: found } = await ask("people");
  if (kind === "mistake" && called.length === 0) {
    const lastOf = (id: string) => people.find((one) => one.id === id)?.name.split(" ")[1] ?? "";
    const [last, couldBe] = [
      lastOf(meant.id),
      lastNames.filter((name) => isOneMistakeFrom(typed.join(""), folded(name))),
    ];
    const isFound = !couldBe.includes(last) || found.some(({ id }) => couldBe.includes(lastOf(id)));
    return isFound ? [] : [`one who could have been meant is found (${q} for ${last})`];
  }
  if (called.length > ALL_FOUND) return found.length > 0 ? [] : [`somebody is found (${q})`];
  const missing = Math.min(called.length, 20) - found.filter(({ id }) => called.some((one) => one.id === id)).length;
  return missing > 0 ? [`everybody who is called that is found (${q})`] : [];
}

function quantile(figures: readonly number[], share: number): number {
  const sorted = figures.toSorted((one, other) => one - other);
  return rounded(sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN, 1);
}

await main();
