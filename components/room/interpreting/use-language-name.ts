import { useLocale } from "next-intl";
import { useMemo } from "react";

/** Names languages in the reader's own. */
export function useLanguageName(): (language: string) => string {
  const locale = useLocale();
  return useMemo(() => {
    const names = new Intl.DisplayNames(locale, { type: "language", fallback: "code" });
    return (language) => names.of(language) ?? language;
  }, [locale]);
}
