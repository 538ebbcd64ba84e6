import { useTranslations } from "next-intl";
import { Tag } from "@/components/ui/tag";
import type { RoomFigures } from "@/lib/wire/figures/views";

/** What people wrote when they raised their hand, first what most of them wrote. Who wrote it is not said. */
export function Questions({ questions, language }: Pick<RoomFigures, "questions"> & { language: string }) {
  const t = useTranslations("figures.questions");
  return (
    <section aria-labelledby="questions" className="mt-10">
      <h2 id="questions" className="mb-2 text-xl font-bold">
        {t("title")}
      </h2>
      <ol>
        {questions.map(({ text, people, calledUp, at }) => (
          <li key={`${at} ${text}`} className="flex flex-wrap items-baseline gap-x-4 gap-y-1 border-t border-line py-3">
            <span lang={language} dir="auto" className="written min-w-0 flex-1 basis-64 side-of-parent">
              {text}
            </span>
            {people > 1 && <span className="text-sm text-soft">{t("people", { count: people })}</span>}
            {calledUp && <Tag>{t("calledUp")}</Tag>}
          </li>
        ))}
      </ol>
    </section>
  );
}
