import Link from "next/link";
import { useTranslations } from "next-intl";
import { buttonClass } from "@/components/ui/button";
import { Empty } from "@/components/ui/empty";
import { FOUND_OF_EACH, SEARCH_KINDS, type SearchKind } from "@/lib/domain/search/search-kind";
import { isolated } from "@/lib/domain/text/isolated";
import type { SearchFound } from "@/lib/wire/search/views";
import { type Result, resultsOf, searchAddress } from "./result-address";
import { ResultLine } from "./result-line";
import { SearchField } from "./search-field";

type SearchPageProps = {
  q: string;
  kind: SearchKind | null;
  after: string | null;
  /** Null where nothing was looked for. */
  found: SearchFound | null;
  /** After so many seconds one may look again; null where one may. */
  waitSeconds: number | null;
};

/** The field, what of all that to show, and the results. */
export function SearchPage({ q, kind, after, found, waitSeconds }: SearchPageProps) {
  const t = useTranslations("search");
  const refusals = useTranslations("refusals");
  const results = found ? resultsOf(found) : [];
  return (
    <div className="wrap-page max-w-2xl pb-28 pt-4 md:pt-8">
      <h1 className="mb-5 text-3xl font-bold md:text-4xl">{t("title")}</h1>
      <SearchField q={q} kind={kind} />
      {q === "" && <p className="mt-4 text-soft">{t("hint")}</p>}
      {waitSeconds !== null && (
        <p role="alert" className="mt-6 font-medium text-stop">
          {refusals("too_many", { retryAfterSeconds: waitSeconds })}
        </p>
      )}
      {q !== "" && <Kinds q={q} kind={kind} />}
      {found && results.length === 0 && <Empty title={t("nothing", { q: isolated(q) })} text={t("nothingText")} />}
      {SEARCH_KINDS.map((one) => {
        const some = results.filter((result) => result.kind === one);
        return (
          some.length > 0 && (
            <Found
              key={one}
              kind={one}
              results={some}
              more={!kind && some.length >= FOUND_OF_EACH ? searchAddress(q, one) : null}
            />
          )
        );
      })}
      {kind && (after !== null || found?.next) && (
        <nav className="mt-6 flex flex-wrap gap-3">
          {after !== null && (
            <Link href={searchAddress(q, kind)} className={buttonClass()}>
              {t("first")}
            </Link>
          )}
          {found?.next && (
            <Link href={searchAddress(q, kind, found.next)} className={buttonClass("act")}>
              {t("next")}
            </Link>
          )}
        </nav>
      )}
    </div>
  );
}

/** All kinds, or one. */
function Kinds({ q, kind }: { q: string; kind: SearchKind | null }) {
  const t = useTranslations("search");
  return (
    <nav aria-label={t("results")} className="-mx-4 my-5 flex gap-1 overflow-x-auto px-4">
      {([null, ...SEARCH_KINDS] as const).map((one) => (
        <Link
          key={one ?? "all"}
          href={searchAddress(q, one ?? undefined)}
          prefetch={false}
          aria-current={one === kind ? "page" : undefined}
          className="inline-flex min-h-11 shrink-0 items-center rounded-full px-4 font-semibold text-soft hover:bg-line/60 aria-[current]:bg-line/70 aria-[current]:text-ink"
        >
          {t(`kinds.${one ?? "all"}`)}
        </Link>
      ))}
    </nav>
  );
}

function Found({ kind, results, more }: { kind: SearchKind; results: readonly Result[]; more: string | null }) {
  const t = useTranslations("search");
  return (
    <section aria-labelledby={`found-${kind}`} className="mt-6">
      <h2 id={`found-${kind}`} className="pb-2 text-sm font-semibold text-soft">
        {t(`kinds.${kind}`)}
      </h2>
      <ul>
        {results.map((result) => (
          <li key={result.key} className="border-t border-line">
            <Link
              href={result.href}
              prefetch={false}
              className="-mx-2 flex min-h-16 items-center gap-3 rounded-md px-2 py-2 hover:bg-line/30"
            >
              <ResultLine result={result} />
            </Link>
          </li>
        ))}
      </ul>
      {more && (
        <Link href={more} prefetch={false} className={`${buttonClass("plain", "small")} mt-3`}>
          {t(`more.${kind}`)}
        </Link>
      )}
    </section>
  );
}
