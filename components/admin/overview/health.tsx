import { useTranslations } from "next-intl";
import { classes } from "@/components/ui/classes";
import type { AdminNumbers } from "@/lib/wire/admin/numbers";

/** How each part is, and of one that is away what to do. */
export function Health({ health, relays }: Pick<AdminNumbers, "health" | "relays">) {
  const t = useTranslations("admin.overview.health");
  const isWell = health.every(({ state }) => state !== "away");
  return (
    <section aria-labelledby="health">
      <h2 id="health" className="mb-3 text-xl font-bold">
        {isWell ? t("well") : t("notWell")}
      </h2>
      <ul className="grid gap-px overflow-hidden rounded-lg border border-line bg-line md:grid-cols-2">
        {health.map(({ part, state }) => (
          <li key={part} data-part={part} data-state={state} className="flex flex-col gap-1 bg-card px-4 py-3">
            <p className="flex items-baseline justify-between gap-3">
              <span className="font-semibold">{t(`parts.${part}`)}</span>
              <span className={classes("text-sm font-semibold", state === "away" ? "text-stop" : "text-soft")}>
                {t(`states.${state}`)}
              </span>
            </p>
            <p className="text-sm text-soft">
              {state === "well" ? t(`is.${part}`, relays) : t(`todo.${part}`, relays)}
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}
