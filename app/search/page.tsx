import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { SearchPage } from "@/components/search/search-page";
import { SEARCH_KINDS, type SearchKind } from "@/lib/domain/search/search-kind";
import { isolated } from "@/lib/domain/text/isolated";
import { addressOfPage, callerOfPage } from "@/lib/server/callers/session";
import { spendSearch } from "@/lib/server/limits/spend-search";
import { search } from "@/lib/server/queries/search/search";
import { searchInput } from "@/lib/wire/search/inputs";

type Asked = Record<string, string | string[] | undefined>;
type Props = { searchParams: Promise<Asked> };

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const [{ q }, t] = await Promise.all([readAsked(searchParams), getTranslations("search")]);
  return { title: q === "" ? t("title") : t("resultsFor", { q: isolated(q) }), robots: { index: false } };
}

/** The search as a page: a plain form that works without script, and results that can be sent as a link. */
export default async function Search({ searchParams }: Props) {
  const [asked, caller] = await Promise.all([readAsked(searchParams), callerOfPage()]);
  if (asked.q === "") return <SearchPage {...asked} found={null} waitSeconds={null} />;
  const waitSeconds = await spendSearch(caller, addressOfPage);
  const found = waitSeconds === null ? await search(caller, asked) : null;
  return <SearchPage {...asked} found={found} waitSeconds={waitSeconds} />;
}

/** What cannot be looked for is an empty field, as if nothing had been typed. */
async function readAsked(
  searchParams: Promise<Asked>,
): Promise<{ q: string; kind: SearchKind | null; after: string | null }> {
  const { q, kind, after } = await searchParams;
  const known = SEARCH_KINDS.find((one) => one === kind);
  const read = searchInput.safeParse({ q: firstOf(q), kind: known, after: firstOf(after) });
  return { q: read.data?.q ?? "", kind: read.data?.kind ?? null, after: read.data?.after ?? null };
}

const firstOf = (value: string | string[] | undefined): string | undefined => (Array.isArray(value) ? value[0] : value);
