import ArrowRight from "lucide-react/icons/arrow-right";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { type MouseEvent, type ReactNode, useEffect, useRef } from "react";
import { useRefusalText } from "@/components/frame/use-refusal-text";
import { Button } from "@/components/ui/button";
import { classes } from "@/components/ui/classes";
import { Spinner } from "@/components/ui/spinner";
import { SEARCH_KINDS } from "@/lib/domain/search/search-kind";
import { isolated } from "@/lib/domain/text/isolated";
import { type Result, searchAddress } from "./result-address";
import { ResultLine } from "./result-line";
import type { Looked } from "./use-search";

type FoundListProps = {
  /** The id of the list; its lines are `id-0`, `id-1` and so on. */
  list: string;
  sought: string;
  looked: Looked;
  results: readonly Result[];
  active: number | null;
  onGo: (href: string) => void;
};

/** The results as one types, kind by kind, and how the look went where there are none. */
export function FoundList({ list, sought, looked, results, active, onGo }: FoundListProps) {
  const t = useTranslations("search");
  const common = useTranslations("common");
  const textOf = useRefusalText();
  const { found, looking, refusal, again } = looked;
  const line = (place: number, href: string) => ({ id: `${list}-${place}`, href, isActive: place === active, onGo });
  return (
    <div className="min-h-0 flex-1 overflow-y-auto p-2" aria-busy={looking}>
      <p role="status" className="sr-only">
        {found && !looking && !refusal ? t("found", { count: results.length }) : ""}
      </p>
      {refusal && (
        <div role="alert" className="flex flex-wrap items-center justify-between gap-3 p-3">
          <p>{textOf(refusal)}</p>
          <Button size="small" onClick={again}>
            {common("tryAgain")}
          </Button>
        </div>
      )}
      {!found && looking && <Spinner text={t("looking")} className="animate-[appear_150ms_300ms_both] p-3" />}
      {found && !refusal && results.length === 0 && !looking && (
        <div className="p-3">
          <p className="written font-semibold">{t("nothing", { q: isolated(sought) })}</p>
          <p className="mt-1 text-soft">{t("nothingText")}</p>
        </div>
      )}
      {results.length > 0 && (
        <div
          role="listbox"
          id={list}
          aria-label={t("results")}
          className={classes("transition-opacity duration-150", (looking || refusal) && "opacity-60")}
        >
          {SEARCH_KINDS.map((kind) => {
            const some = results.flatMap((result, place) => (result.kind === kind ? [{ result, place }] : []));
            if (some.length === 0) return null;
            return (
              <fieldset key={kind} aria-labelledby={`${list}-${kind}`} className="min-w-0">
                <p id={`${list}-${kind}`} className="px-3 pb-1 pt-3 text-sm font-semibold text-soft">
                  {t(`kinds.${kind}`)}
                </p>
                {some.map(({ result, place }) => (
                  <Option key={result.key} {...line(place, result.href)}>
                    <ResultLine result={result} />
                  </Option>
                ))}
              </fieldset>
            );
          })}
          <Option {...line(results.length, searchAddress(sought))}>
            <span className="grid size-10 shrink-0 place-items-center text-soft">
              <ArrowRight className="size-5 rtl:-scale-x-100" aria-hidden="true" />
            </span>
            <span className="written min-w-0 truncate font-semibold">{t("whole", { q: isolated(sought) })}</span>
          </Option>
        </div>
      )}
    </div>
  );
}

type OptionProps = { id: string; href: string; isActive: boolean; onGo: (href: string) => void; children: ReactNode };

/** A line of the list is a link, so that it opens in another tab as any link does. The focus stays in the field. */
function Option({ id, href, isActive, onGo, children }: OptionProps) {
  const line = useRef<HTMLAnchorElement>(null);
  useEffect(() => {
    if (isActive) line.current?.scrollIntoView({ block: "nearest" });
  }, [isActive]);
  const tap = (event: MouseEvent): void => {
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    onGo(href);
  };
  return (
    <Link
      ref={line}
      id={id}
      href={href}
      prefetch={false}
      role="option"
      aria-selected={isActive}
      tabIndex={-1}
      onClick={tap}
      className="flex min-h-14 items-center gap-3 rounded-md px-3 py-2 hover:bg-line/50 aria-selected:bg-line/70 aria-selected:outline-2 aria-selected:-outline-offset-2 aria-selected:outline-ink"
    >
      {children}
    </Link>
  );
}
