import { useTranslations } from "next-intl";
import { buttonClass } from "@/components/ui/button";
import { TimeChart } from "@/components/ui/charts/time-chart";
import type { ComingOverTime } from "@/lib/wire/figures/views";

type ComingChartProps = { roomId: string; coming: ComingOverTime };

/** Who will be at an episode, since when; a word where nobody said so yet. */
export function ComingChart({ roomId, coming: { members, mails, overTime } }: ComingChartProps) {
  const t = useTranslations("figures.coming");
  return (
    <section aria-labelledby="coming" className="mt-10 border-t border-line pt-6">
      <h2 id="coming" className="text-xl font-bold">
        {t("title")}
      </h2>
      <p className="mb-4 mt-1 text-soft">
        {overTime.length === 0 ? t("nobody") : `${t("sum", { members, mails })} ${t("counted")}`}
      </p>
      {overTime.length > 0 && (
        <>
          <TimeChart
            title={t("overTime")}
            summary={t("sum", { members, mails })}
            times={overTime.map(({ at }) => at)}
            series={[
              { name: t("members"), values: overTime.map((one) => one.members) },
              ...(mails > 0 ? [{ name: t("mails"), values: overTime.map((one) => one.mails) }] : []),
            ]}
            stepped
          />
          <p className="mt-4">
            <a href={`/api/rooms/${roomId}/coming.csv`} download="coming.csv" className={buttonClass("plain")}>
              {t("csv")}
            </a>
          </p>
        </>
      )}
    </section>
  );
}
