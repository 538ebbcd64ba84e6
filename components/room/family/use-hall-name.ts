import { useTranslations } from "next-intl";

/** What a hall is called on the screen, by its number. */
export function useHallName(): (number: number) => string {
  const t = useTranslations("halls");
  return (number) => (number === 0 ? t("main") : t("overflow", { number }));
}
