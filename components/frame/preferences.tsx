"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useId } from "react";
import { Segments } from "@/components/ui/segments";
import { keepCookie } from "./keep-cookie";

/** What the reader chose and could choose; the names of the cookies that keep it. */
export type PreferenceValues = {
  locale: { cookie: string; chosen: string; all: readonly string[] };
  theme: { cookie: string; chosen: "system" | "day" | "night" };
};

const THEMES = ["system", "day", "night"] as const;

/** Language and light. Both take effect at once and are kept in cookies, so that the server draws the first page right. */
export function Preferences({ values }: { values: PreferenceValues }) {
  const t = useTranslations("common");
  const router = useRouter();
  // Menu and settings may both be on a page; radio buttons of one name would be one group.
  const id = useId();
  return (
    <div className="flex flex-col gap-3 p-1">
      <Segments
        name={`${id}locale`}
        label={t("language")}
        chosen={values.locale.chosen}
        options={values.locale.all.map((locale) => ({ value: locale, text: nameOf(locale), lang: locale }))}
        onChoose={(locale) => {
          keepCookie(values.locale.cookie, locale);
          router.refresh();
        }}
      />
      <Segments
        name={`${id}theme`}
        label={t("theme")}
        chosen={values.theme.chosen}
        options={THEMES.map((theme) => ({ value: theme, text: t(`themes.${theme}`) }))}
        onChoose={(theme) => {
          keepCookie(values.theme.cookie, theme);
          document.documentElement.dataset.theme = theme;
        }}
      />
    </div>
  );
}

/** A language as its own speakers call it. */
const nameOf = (locale: string): string => new Intl.DisplayNames(locale, { type: "language" }).of(locale) ?? locale;
