"use client";

import Search from "lucide-react/icons/search";
import X from "lucide-react/icons/x";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { type KeyboardEvent, useEffect, useId, useRef, useState } from "react";
import { buttonClass } from "@/components/ui/button";
import { Modal } from "@/components/ui/layers/modal";
import { keepTo, pasteAsLine } from "@/components/ui/typing";
import { recentSearches } from "@/lib/client/search/recent-searches";
import { MAX_SEARCH } from "@/lib/domain/search/search-kind";
import { BeforeTyping } from "./before-typing";
import { FoundList } from "./found-list";
import { resultsOf, searchAddress } from "./result-address";
import { useSearch } from "./use-search";

/**
 * The search over the page: a combobox whose list is the results as one types. Arrows choose, Enter opens what is chosen or else
 * the page of all results, Esc closes. On phones it takes the whole window, so that the keyboard leaves room for results.
 */
export function SearchDialog({ open, onClose }: { open: boolean; onClose: () => void }) {
  const t = useTranslations("search");
  return (
    <Modal
      open={open}
      onClose={onClose}
      name={{ label: t("title") }}
      className="m-0 mx-auto mt-[min(12dvh,6rem)] max-h-[min(40rem,80dvh)] w-[min(38rem,100%-2rem)] flex-col overflow-hidden open:flex max-sm:mt-0 max-sm:h-dvh max-sm:max-h-dvh max-sm:rounded-none max-sm:border-0"
    >
      <Inside onClose={onClose} />
    </Modal>
  );
}

function Inside({ onClose }: { onClose: () => void }) {
  const t = useTranslations("search");
  const common = useTranslations("common");
  const router = useRouter();
  const [typed, setTyped] = useState("");
  const [chosen, setChosen] = useState<number | null>(null);
  const field = useRef<HTMLInputElement>(null);
  const list = useId();
  const looked = useSearch(typed);
  const results = looked.found ? resultsOf(looked.found) : [];
  const sought = typed.trim();
  // The last line leads to the page of all results.
  const lines = results.length > 0 ? results.length + 1 : 0;
  const active = chosen !== null && chosen < lines ? chosen : null;
  useEffect(() => field.current?.focus(), []);

  const type = (text: string): void => {
    setTyped(text);
    setChosen(null);
  };
  const go = (href: string): void => {
    recentSearches.keep(sought);
    onClose();
    router.push(href);
  };
  const press = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step === undefined || lines === 0) return;
    event.preventDefault();
    setChosen(active === null ? (step > 0 ? 0 : lines - 1) : (active + step + lines) % lines);
  };
  const submit = (): void => {
    if (active !== null && results[active]) go(results[active].href);
    else if (sought !== "") go(searchAddress(sought));
  };

  return (
    <>
      <search className="contents">
        <form
          onSubmit={(event) => {
            event.preventDefault();
            submit();
          }}
          className="flex items-center gap-2 border-b border-line p-2 ps-5"
        >
          <Search className="size-5 shrink-0 text-soft" aria-hidden="true" />
          <input
            ref={field}
            dir="auto"
            value={typed}
            onChange={(event) => type(event.target.value)}
            onKeyDown={press}
            onPaste={pasteAsLine}
            onInput={keepTo(MAX_SEARCH)}
            role="combobox"
            aria-label={t("field")}
            aria-autocomplete="list"
            aria-expanded={lines > 0}
            aria-controls={list}
            aria-activedescendant={active === null ? undefined : `${list}-${active}`}
            placeholder={t("short")}
            enterKeyHint="search"
            autoComplete="off"
            autoCapitalize="none"
            spellCheck={false}
            className="min-h-12 min-w-0 flex-1 bg-transparent px-1 text-lg outline-none placeholder:text-soft"
          />
          <button type="button" onClick={onClose} aria-label={common("close")} className={buttonClass("quiet", "icon")}>
            <X className="size-5" aria-hidden="true" />
          </button>
        </form>
      </search>
      {sought === "" ? (
        <BeforeTyping
          onChoose={(text) => {
            type(text);
            field.current?.focus();
          }}
        />
      ) : (
        <FoundList list={list} sought={sought} looked={looked} results={results} active={active} onGo={go} />
      )}
    </>
  );
}
