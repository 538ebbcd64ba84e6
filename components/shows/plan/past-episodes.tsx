import Link from "next/link";
import { useFormatter, useTranslations } from "next-intl";
import { buttonClass } from "@/components/ui/button";
import { isolated } from "@/lib/domain/text/isolated";
import type { PlannedEpisodeView } from "@/lib/wire/shows/views";

/** The episodes of a show that were, each with its figures; nothing where none was. */
export function PastEpisodes({ episodes }: { episodes: readonly PlannedEpisodeView[] }) {
  const t = useTranslations("shows");
  const format = useFormatter();
  if (episodes.length === 0) return null;
  return (
    <section aria-labelledby="past" className="mt-10">
      <h2 id="past" className="mb-3 text-xl font-bold">
        {t("past")}
      </h2>
      <ul>
        {episodes.map(({ id, title, language, scheduledFor }) => (
          <li key={id} className="flex flex-wrap items-center gap-x-4 gap-y-2 border-t border-line py-3">
            <div className="min-w-0 flex-1 basis-64">
              {scheduledFor && (
                <p className="font-semibold tabular-nums">
                  <time dateTime={scheduledFor}>
                    {format.dateTime(new Date(scheduledFor), {
                      dateStyle: "full",
                      timeStyle: "short",
                      hourCycle: "h23",
                    })}
                  </time>
                </p>
              )}
              <p lang={language} dir="auto" className="written side-of-parent">
                {title}
              </p>
            </div>
            <Link
              href={`/rooms/${id}/figures`}
              prefetch={false}
              aria-label={t("figuresOf", { title: isolated(title) })}
              className={buttonClass("plain", "small")}
            >
              {t("figures")}
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
