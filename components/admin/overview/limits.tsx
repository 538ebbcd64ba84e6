import { useFormatter, useTranslations } from "next-intl";
import type { AdminLimits } from "@/lib/wire/admin/numbers";

/** Which limits refused somebody in the last day. */
export function Limits({ limits }: AdminLimits) {
  const t = useTranslations("admin.overview.limits");
  const format = useFormatter();
  return (
    <section aria-labelledby="limits">
      <h2 id="limits" className="text-xl font-bold">
        {t("title")}
      </h2>
      <p className="mb-3 mt-1 max-w-prose text-sm text-soft">{t("text")}</p>
      {limits.length === 0 ? (
        <p className="text-soft">{t("none")}</p>
      ) : (
        <ul className="divide-y divide-line border-y border-line">
          {limits.map(({ name, hits, points, seconds, own, lastAt }) => (
            <li key={name} className="flex flex-wrap items-baseline gap-x-6 gap-y-1 py-3">
              <code className="min-w-0 flex-1 basis-56 font-semibold wrap-anywhere">{name}</code>
              <span className="text-sm text-soft">
                {t("line", { points, seconds })} {own && t("own")}
              </span>
              <span className="text-sm text-soft">
                {t("last", { at: format.dateTime(new Date(lastAt), { timeStyle: "short", hourCycle: "h23" }) })}
              </span>
              <span className="font-semibold tabular-nums">{t("hits", { hits })}</span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
