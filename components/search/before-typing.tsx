import History from "lucide-react/icons/history";
import { useTranslations } from "next-intl";
import { useSyncExternalStore } from "react";
import { buttonClass } from "@/components/ui/button";
import { recentSearches } from "@/lib/client/search/recent-searches";

/** What stands there before anything is typed: what can be looked for, what was looked for here lately, the keys. */
export function BeforeTyping({ onChoose }: { onChoose: (text: string) => void }) {
  const t = useTranslations("search");
  const { texts } = useSyncExternalStore(recentSearches.watch, recentSearches.state, recentSearches.serverState);
  return (
    <div className="flex flex-col gap-4 overflow-y-auto p-5">
      <p className="text-soft">{t("hint")}</p>
      {texts.length > 0 && (
        <section aria-labelledby="recent-searches">
          <div className="flex items-center justify-between gap-3">
            <h2 id="recent-searches" className="text-sm font-semibold text-soft">
              {t("recent")}
            </h2>
            <button type="button" onClick={recentSearches.forget} className={buttonClass("quiet", "small")}>
              {t("forget")}
            </button>
          </div>
          <ul>
            {texts.map((text) => (
              <li key={text}>
                <button
                  type="button"
                  onClick={() => onChoose(text)}
                  className="-mx-2 flex min-h-11 w-[calc(100%+1rem)] items-center gap-3 rounded-md px-2 text-start hover:bg-line/50"
                >
                  <History className="size-5 shrink-0 text-soft" aria-hidden="true" />
                  <bdi className="written min-w-0 truncate">{text}</bdi>
                </button>
              </li>
            ))}
          </ul>
        </section>
      )}
      <p className="flex flex-wrap items-center gap-1.5 text-sm text-soft pointer-coarse:hidden">
        {t.rich("keys", {
          key: (name) => (
            <kbd className="min-w-6 rounded-sm border border-edge px-1.5 text-center font-sans font-semibold">
              {name}
            </kbd>
          ),
        })}
      </p>
    </div>
  );
}
