import { useLocale, useTranslations } from "next-intl";
import { LiveBadge } from "@/components/ui/live-badge";
import { Tag } from "@/components/ui/tag";
import type { RoomCard } from "@/lib/wire/hallway/views";

/** The line above a title: live or ended, the show, language, kind and topics. */
export function CardMeta({ card }: { card: RoomCard }) {
  const t = useTranslations("hallway");
  const locale = useLocale();
  const halls = 1 + card.overflow.length;
  return (
    <p className="flex flex-wrap items-center gap-x-2.5 gap-y-1.5 text-sm text-soft">
      {card.status === "ended" ? (
        <span className="font-semibold">{t("ended")}</span>
      ) : (
        <LiveBadge>{halls > 1 ? t("liveHalls", { count: halls }) : t("live")}</LiveBadge>
      )}
      {card.show && <bdi className="written min-w-0">{card.show.title}</bdi>}
      {card.club && <bdi className="written min-w-0">{card.club.name}</bdi>}
      <Tag>
        <abbr title={languageName(card.language, locale)} className="no-underline">
          {card.language.toUpperCase()}
        </abbr>
      </Tag>
      {card.kind !== "open" && <Tag>{t(`kinds.${card.kind}`)}</Tag>}
      {card.demo && <Tag>{t("demo")}</Tag>}
      {card.topics.slice(0, 2).map((topic) => (
        <Tag key={topic} lang={card.language}>
          {topic}
        </Tag>
      ))}
    </p>
  );
}

/** `de` to a reader of English is German; a tag that nobody knows stays as it is. */
function languageName(language: string, locale: string): string {
  try {
    return new Intl.DisplayNames(locale, { type: "language" }).of(language) ?? language;
  } catch {
    return language;
  }
}
