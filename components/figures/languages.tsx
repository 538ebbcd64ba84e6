import { useFormatter, useLocale, useTranslations } from "next-intl";
import type { RoomFigures } from "@/lib/wire/figures/views";

/** Which languages those who came speak, and in which they heard the room; nothing of what nobody named and nobody heard. */
export function Languages({ languages: { spoken, heard } }: Pick<RoomFigures, "languages">) {
  const t = useTranslations("figures.languages");
  if (spoken.length + heard.length === 0) return null;
  return (
    <section aria-labelledby="languages" className="mt-10">
      <h2 id="languages" className="mb-2 text-xl font-bold">
        {t("title")}
      </h2>
      <div className="grid gap-x-8 gap-y-6 sm:grid-cols-2">
        <Bars name={t("spoken")} bars={spoken.map(({ language, people }) => ({ language, count: people }))} />
        <Bars name={t("heard")} bars={heard.map(({ language, peak }) => ({ language, count: peak }))} />
      </div>
    </section>
  );
}

type BarsProps = { name: string; bars: readonly { language: string; count: number }[] };

/** A bar a language, the longest for the most. */
function Bars({ name, bars }: BarsProps) {
  const names = new Intl.DisplayNames(useLocale(), { type: "language", fallback: "code" });
  const format = useFormatter();
  const most = Math.max(...bars.map(({ count }) => count));
  if (bars.length === 0) return null;
  return (
    <div>
      <h3 className="mb-2 text-sm text-soft">{name}</h3>
      <ul className="flex flex-col gap-2">
        {bars.map(({ language, count }) => (
          <li key={language} className="flex flex-col gap-1">
            <p className="flex justify-between gap-3">
              <span>{names.of(language)}</span>
              <span className="font-semibold tabular-nums">{format.number(count)}</span>
            </p>
            <div className="h-1.5 rounded-full bg-line" aria-hidden>
              <div className="h-full rounded-full bg-act" style={{ inlineSize: `${(100 * count) / most}%` }} />
            </div>
          </li>
        ))}
      </ul>
    </div>
  );
}
