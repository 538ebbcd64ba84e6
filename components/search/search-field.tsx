"use client";

import Form from "next/form";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Input } from "@/components/ui/input";
import { MAX_SEARCH, type SearchKind } from "@/lib/domain/search/search-kind";

/** With script it changes pages within the frame, so that the room one is in goes on; without, it is a plain form. */
export function SearchField({ q, kind }: { q: string; kind: SearchKind | null }) {
  const t = useTranslations("search");
  return (
    <search>
      <Form action="/search" className="flex gap-3">
        <Input
          key={q}
          id="search"
          name="q"
          type="search"
          defaultValue={q}
          characters={MAX_SEARCH}
          autoFocus={q === ""}
          aria-label={t("field")}
          placeholder={t("short")}
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          className="min-w-0 flex-1"
        />
        {kind && <input type="hidden" name="kind" value={kind} />}
        <Button type="submit" look="act">
          {t("submit")}
        </Button>
      </Form>
    </search>
  );
}
