import { useFormatter, useTranslations } from "next-intl";
import { useRoomScene } from "@/components/room/room-context";
import { Faces } from "./faces";

/** Who listens, the longest there first; faces of the first, the number of all. */
export function Audience() {
  const { view } = useRoomScene();
  const t = useTranslations("room");
  const format = useFormatter();
  const more = view.audienceCount - view.audience.length;
  return (
    <section aria-labelledby="audience" className="mt-4 sm:mt-8" data-testid="audience" data-count={view.audienceCount}>
      <h2 id="audience" className="mb-3 text-sm font-semibold text-soft">
        {t("audience", { count: view.audienceCount })}
      </h2>
      {view.audience.length === 0 && <p className="text-soft">{t("audienceEmpty")}</p>}
      <Faces people={view.audience} />
      {more > 0 && <p className="mt-4 text-soft">{t("moreListen", { count: more, number: format.number(more) })}</p>}
    </section>
  );
}
