import { useTranslations } from "next-intl";
import { useState } from "react";
import { useRefusalText } from "@/components/frame/use-refusal-text";
import { TimeChart } from "@/components/ui/charts/time-chart";
import { Segments } from "@/components/ui/segments";
import { toast } from "@/components/ui/toast";
import { call } from "@/lib/client/call";
import { HISTORY_RANGES, type HistoryRange } from "@/lib/domain/admin/history";
import type { AdminCounts, AdminHistory } from "@/lib/wire/admin/numbers";

/** Each chart, and what it draws: two lines at most. */
const CHARTS = {
  people: ["people", "onStage"],
  rooms: ["rooms", "halls"],
  joins: ["joins", "waiting"],
  trouble: ["refused", "jobs"],
} as const satisfies Record<string, readonly (keyof AdminCounts)[]>;

const CHART_NAMES = Object.keys(CHARTS) as (keyof typeof CHARTS)[];

/** What there was, over a stretch that one chooses. */
export function History({ first }: { first: AdminHistory }) {
  const t = useTranslations("admin.overview");
  const sayRefusal = useRefusalText();
  const [range, setRange] = useState<HistoryRange>("day");
  const [{ points }, setHistory] = useState(first);
  const choose = async (chosen: HistoryRange): Promise<void> => {
    setRange(chosen);
    const answer = await call("GET /api/admin/history", { asked: { range: chosen } });
    if (answer.ok) setHistory(answer.value);
    else toast(sayRefusal(answer));
  };
  return (
    <section aria-labelledby="history">
      <h2 id="history" className="mb-3 text-xl font-bold">
        {t("history")}
      </h2>
      <div className="mb-4 max-w-md">
        <Segments
          name="range"
          label={t("range")}
          quiet
          chosen={range}
          options={HISTORY_RANGES.map((value) => ({ value, text: t(`ranges.${value}`) }))}
          onChoose={choose}
        />
      </div>
      {points.length === 0 ? (
        <p className="text-soft">{t("noHistory")}</p>
      ) : (
        <div className="grid gap-4 lg:grid-cols-2">
          {CHART_NAMES.map((name) => (
            <TimeChart
              key={`${name} ${range}`}
              title={t(`charts.${name}`)}
              summary={t("chartText", { title: t(`charts.${name}`), range: t(`ranges.${range}`) })}
              times={points.map(({ at }) => at)}
              series={CHARTS[name].map((one) => ({
                name: t(`counts.${one}`),
                values: points.map((point) => point[one]),
              }))}
            />
          ))}
        </div>
      )}
    </section>
  );
}
