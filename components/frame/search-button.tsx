"use client";

import Search from "lucide-react/icons/search";
import { useTranslations } from "next-intl";
import { type MouseEvent, Suspense, useCallback, useEffect, useState } from "react";
import { buttonClass } from "@/components/ui/button";
import { lazily } from "@/components/ui/lazily";
import { isSearchKey } from "@/lib/client/keyboard/search-key";

const SearchDialog = lazily(async () => (await import("@/components/search/search-dialog")).SearchDialog);

/**
 * Opens the search, as ⌘K and Ctrl+K do on every page; its script is fetched then. Without script, and in another tab, it leads
 * to the page of the same.
 */
export function SearchButton() {
  const t = useTranslations("search");
  const [asked, setAsked] = useState(false);
  const [open, setOpen] = useState(false);
  const show = useCallback((): void => {
    setAsked(true);
    setOpen(true);
  }, []);
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      if (!isSearchKey(event)) return;
      event.preventDefault();
      if (!event.repeat) show();
    };
    addEventListener("keydown", press);
    return () => removeEventListener("keydown", press);
  }, [show]);
  const tap = (event: MouseEvent): void => {
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    show();
  };
  return (
    <>
      {/* No Link: its page is for whoever has no script. */}
      <a
        href="/search"
        onClick={tap}
        aria-haspopup="dialog"
        aria-keyshortcuts="Control+K Meta+K"
        aria-label={t("open")}
        className={`${buttonClass("plain")} max-sm:size-11 max-sm:border-transparent max-sm:bg-transparent max-sm:px-0`}
      >
        <Search className="size-5" aria-hidden="true" />
        <span className="max-sm:hidden">{t("open")}</span>
      </a>
      {asked && (
        <Suspense>
          <SearchDialog open={open} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  );
}
