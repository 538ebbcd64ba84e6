"use client";

import X from "lucide-react/icons/x";
import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { NameLink } from "@/components/frame/name-link";
import { Button } from "@/components/ui/button";
import { Portrait } from "@/components/ui/portraits/portrait";
import { Spinner } from "@/components/ui/spinner";
import { languageKey } from "@/lib/domain/hallway/ranking";
import { isolated } from "@/lib/domain/text/isolated";
import type { Suggestion } from "@/lib/wire/suggestions/views";
import { useSuggestions } from "./use-suggestions";

const SHOWN = 5;

/** Whom to follow, each with the reason. `nobody`: what stands there where there is nobody to suggest. */
export function Suggestions({ nobody = null }: { nobody?: ReactNode }) {
  const t = useTranslations("hallway.suggestions");
  const common = useTranslations("common");
  const { rows, read, toggleFollow, sendAway } = useSuggestions();
  if (rows.length === 0) return nobody;
  return (
    <section>
      <h2 className="pb-2 text-sm font-semibold text-soft">{t("title")}</h2>
      {rows === "reading" && <Spinner text={common("loading")} />}
      {rows === "failed" && (
        <p className="flex flex-wrap items-center gap-3 border-t border-line py-3 text-sm text-soft">
          {t("failed")}
          <Button size="small" onClick={read}>
            {common("tryAgain")}
          </Button>
        </p>
      )}
      {typeof rows !== "string" && (
        <ul>
          {rows.slice(0, SHOWN).map((row, place) => {
            const name = isolated(row.person.name);
            return (
              <li key={row.person.id} className="flex items-center gap-3 py-2">
                <Portrait person={row.person} hat className="size-9 self-start" />
                <span className="flex min-w-0 flex-1 flex-col items-start">
                  <NameLink person={row.person} className="max-w-full truncate" />
                  <Why why={row.why} />
                </span>
                <Button
                  size="small"
                  aria-pressed={row.isFollowed}
                  aria-label={t(row.isFollowed ? "followed" : "follow", { name })}
                  onClick={() => toggleFollow(row)}
                >
                  {t(row.isFollowed ? "following" : "followShort")}
                </Button>
                <Button
                  look="quiet"
                  size="icon"
                  aria-label={t("dismiss", { name })}
                  className="-mx-2 text-soft"
                  onClick={() => sendAway(row, place)}
                >
                  <X className="size-4" aria-hidden="true" />
                </Button>
              </li>
            );
          })}
        </ul>
      )}
    </section>
  );
}

function Why({ why }: { why: Suggestion["why"] }) {
  const t = useTranslations("hallway.suggestions.why");
  const locale = useLocale();
  const text = () => {
    switch (why.reason) {
      case "followed_by":
        return t("followedBy", { name: isolated(why.name), more: why.more });
      case "spoke_in":
        return t("spokeIn", { title: isolated(why.title) });
      case "topic":
        return t("topic", { topic: isolated(why.topic) });
      case "language": {
        const names = new Intl.DisplayNames(locale, { type: "language", fallback: "code" });
        return t("language", { language: names.of(languageKey(why.language)) ?? why.language });
      }
    }
  };
  return <span className="written line-clamp-2 text-xs text-soft">{text()}</span>;
}
