import { useLocale, useTranslations } from "next-intl";
import { classes } from "@/components/ui/classes";
import { languageKey } from "@/lib/domain/hallway/ranking";
import { isolated } from "@/lib/domain/text/isolated";
import type { RoomCard } from "@/lib/wire/hallway/views";

/** Why a card stands where it stands: the first thing that ties its room to the reader. */
export function CardBecause({ card: { because, language } }: { card: RoomCard }) {
  const t = useTranslations("hallway.because");
  const locale = useLocale();
  if (!because) return null;
  const text = () => {
    switch (because.reason) {
      case "on_stage":
        return t("onStage", { name: isolated(because.name), more: because.more });
      case "listening":
        return t("listening", { count: because.count });
      case "language":
        return t("language", { language: nameOf(language, locale) });
      case "topic":
        return t("topic", { topic: isolated(because.topic) });
    }
  };
  const isPeople = because.reason === "on_stage" || because.reason === "listening";
  return <p className={classes("written text-sm", isPeople ? "text-light-ink" : "text-soft")}>{text()}</p>;
}

/** The language's own name without its region, which a sentence can take in. */
const nameOf = (language: string, locale: string): string =>
  new Intl.DisplayNames(locale, { type: "language", fallback: "code" }).of(languageKey(language)) ?? language;
