import { useFormatter, useTranslations } from "next-intl";
import { buttonClass } from "@/components/ui/button";
import { TimeChart } from "@/components/ui/charts/time-chart";
import type { RoomFigures as Figures } from "@/lib/wire/figures/views";
import { HallsTable } from "./halls-table";
import { Languages } from "./languages";
import { Questions } from "./questions";

type RoomFiguresProps = { roomId: string; language: string; figures: Figures };

/** What there is to be said of a room that is over, to whoever led it. */
export function RoomFigures({ roomId, language, figures }: RoomFiguresProps) {
  const t = useTranslations("figures");
  const { peak, people, overTime, halls, questions, languages } = figures;
  return (
    <>
      <Sums figures={figures} />
      <div className="mt-6">
        <TimeChart
          title={t("overTime")}
          summary={t("overTimeText", { people, peak })}
          times={overTime.map(({ at }) => at)}
          series={[{ name: t("atOnce"), values: overTime.map((one) => one.people) }]}
          stepped
        />
      </div>
      {halls.length > 0 && <HallsTable halls={halls} />}
      <Languages languages={languages} />
      {questions.length > 0 && <Questions questions={questions} language={language} />}
      <p className="mt-8 max-w-prose text-sm text-soft">{t("counted")}</p>
      <p className="mt-4">
        <a href={`/api/rooms/${roomId}/figures.csv`} download="figures.csv" className={buttonClass("plain")}>
          {t("csv")}
        </a>
      </p>
    </>
  );
}

function Sums({ figures: { people, guests, peak, minutes, newcomers, hands } }: { figures: Figures }) {
  const t = useTranslations("figures");
  const format = useFormatter();
  const sums = [
    { name: t("people"), value: people, more: guests > 0 && t("guests", { count: guests }) },
    { name: t("peak"), value: peak },
    { name: t("minutes"), value: minutes },
    { name: t("newcomers"), value: newcomers },
    { name: t("hands"), value: hands.raised, more: hands.raised > 0 && t("handsOf", { count: hands.people }) },
    { name: t("calledUp"), value: hands.calledUp },
  ];
  return (
    <dl className="mt-6 grid grid-cols-2 gap-px overflow-hidden rounded-lg border border-line bg-line md:grid-cols-3">
      {sums.map(({ name, value, more }) => (
        <div key={name} className="flex flex-col bg-card px-4 py-3">
          <dt className="text-sm text-soft">{name}</dt>
          <dd className="text-2xl font-bold tabular-nums">{format.number(value)}</dd>
          {more && <dd className="text-sm text-soft">{more}</dd>}
        </div>
      ))}
    </dl>
  );
}
