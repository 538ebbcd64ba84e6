import { useFormatter, useTranslations } from "next-intl";
import type { AdminCounts } from "@/lib/wire/admin/numbers";

const SHOWN = ["rooms", "halls", "people", "onStage", "joins", "waiting", "refused", "jobs"] as const;

/** What there is now. `isLive` false: it is what was told last. */
export function Numbers({ counts, isLive }: { counts: AdminCounts; isLive: boolean }) {
  const t = useTranslations("admin.overview");
  const format = useFormatter();
  return (
    <section aria-labelledby="now">
      <h2 id="now" className="mb-3 flex flex-wrap items-baseline gap-x-3 text-xl font-bold">
        {t("now")}
        {!isLive && <span className="text-sm font-normal text-stop">{t("stale")}</span>}
      </h2>
      <dl
        data-testid="numbers"
        className="grid grid-cols-2 gap-px overflow-hidden rounded-lg border border-line bg-line md:grid-cols-4"
      >
        {SHOWN.map((name) => (
          <div key={name} data-number={name} className="flex flex-col bg-card px-4 py-3">
            <dt className="text-sm text-soft">{t(`counts.${name}`)}</dt>
            <dd className="text-2xl font-bold tabular-nums">{format.number(counts[name])}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
