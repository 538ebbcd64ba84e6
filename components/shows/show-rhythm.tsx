import { useTranslations } from "next-intl";
import type { ShowView } from "@/lib/wire/shows/views";
import { useRhythmWords } from "./rhythm-words";

/** When a show is, in words. */
export function ShowRhythm({ show: { rhythm, endedAt } }: { show: Pick<ShowView, "rhythm" | "endedAt"> }) {
  const t = useTranslations("shows");
  const words = useRhythmWords();
  return endedAt ? t("ended") : ((rhythm && words(rhythm)) ?? t("rhythm.byHand"));
}
