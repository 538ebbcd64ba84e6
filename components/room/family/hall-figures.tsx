import { useFormatter, useTranslations } from "next-intl";
import type { HallTile } from "@/lib/wire/family/views";

/** What goes on in a hall, in as few words as there is to say. */
export function HallFigures({ hall: { lines, hands, talking, number, offered, understood } }: { hall: HallTile }) {
  const t = useTranslations("halls");
  const format = useFormatter();
  const said = [
    number > 0 && talking > 0 && t("talking", { count: talking }),
    t("lines", { count: lines }),
    hands > 0 && t("hands", { count: hands }),
    offered > 0 && t("offered", { count: offered }),
    understood !== null && t("understood", { rating: format.number(understood, { maximumFractionDigits: 1 }) }),
  ].filter((words): words is string => words !== false);
  return (
    <ul className="mt-2.5 flex flex-wrap gap-x-3 gap-y-1 text-xs text-soft tabular-nums">
      {said.map((words) => (
        <li key={words}>{words}</li>
      ))}
    </ul>
  );
}
