import { ADDRESSES_A_FILE, sitemapFile, sitemapIndex } from "@/lib/domain/sharing/sitemap";
import { env } from "@/lib/env";
import { oncePerProcess } from "@/lib/server/postgres/process";
import { lastIdsOfPages, PUBLIC_KINDS, type PublicKind, publicPaths } from "./public-addresses";

/** How long an answer is given again: who reads sitemaps comes back in hours. */
export const SITEMAP_KEPT_SECONDS = 60;

/** The big files are megabytes each. */
const MOST_KEPT = 6;

const PART = new RegExp(`^(${PUBLIC_KINDS.join("|")})-([1-9]\\d{0,5})\\.xml$`);

/** The file that names all others. */
export const sitemap = (perFile = ADDRESSES_A_FILE): Promise<string> =>
  kept(`index ${perFile}`, async () => {
    const parts = await Promise.all(PUBLIC_KINDS.map(async (kind) => partsOf(kind, await lastIds(kind, perFile))));
    return sitemapIndex(parts.flat().map((part) => addressOf(`/sitemap/${part}`)));
  });

/** One file by the name that `sitemap` gives it; null where there is none. */
export async function sitemapPart(name: string, perFile = ADDRESSES_A_FILE): Promise<string | null> {
  const [, kind, number] = PART.exec(name) ?? [];
  if (!kind || !number) return null;
  const ends = await lastIds(kind as PublicKind, perFile);
  const page = Number(number);
  if (page > ends.length + 1) return null;
  const after = ends[page - 2] ?? null;
  return kept(`${name} ${perFile}`, async () =>
    sitemapFile((await publicPaths(kind as PublicKind, after, perFile)).map(addressOf)),
  );
}

const partsOf = (kind: PublicKind, ends: string[]): string[] =>
  Array.from({ length: ends.length + 1 }, (_, page) => `${kind}-${page + 1}.xml`);

const lastIds = async (kind: PublicKind, perFile: number): Promise<string[]> =>
  JSON.parse(await kept(`ends ${kind} ${perFile}`, async () => JSON.stringify(await lastIdsOfPages(kind, perFile))));

const addressOf = (path: string): string => new URL(path, env().PLENUM_URL).href;

type Kept = { madeAt: number; text: Promise<string> };

/** Everybody who asks within the minute gets the same text; one that could not be made is tried anew by the next. */
function kept(key: string, make: () => Promise<string>): Promise<string> {
  const texts = oncePerProcess("sitemaps", () => new Map<string, Kept>());
  const now = Date.now();
  const known = texts.get(key);
  if (known && now - known.madeAt < SITEMAP_KEPT_SECONDS * 1_000) return known.text;
  const text = make();
  texts.delete(key);
  texts.set(key, { madeAt: now, text });
  const [oldest] = texts.keys();
  if (texts.size > MOST_KEPT && oldest !== undefined) texts.delete(oldest);
  text.catch(() => texts.delete(key));
  return text;
}
