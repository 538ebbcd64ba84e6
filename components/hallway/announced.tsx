import Link from "next/link";
import { useTranslations } from "next-intl";
import { AnnouncedList } from "@/components/shows/announced-list";
import type { AnnouncedEpisode } from "@/lib/wire/shows/views";

/** What comes tonight, this week and later, by the reader's clock, and the way to all of it. */
export function Announced({ episodes }: { episodes: readonly AnnouncedEpisode[] }) {
  const t = useTranslations("hallway");
  const shows = useTranslations("shows");
  return (
    <section aria-label={t("announced")}>
      {episodes.length === 0 && (
        <>
          <h2 className="pb-3 text-sm font-semibold text-soft">{t("announced")}</h2>
          <p className="border-t border-line py-3 text-sm text-soft">{t("nothingAnnounced")}</p>
        </>
      )}
      <AnnouncedList episodes={episodes} level="h2" />
      <p className="border-t border-line pt-3">
        <Link
          href="/shows"
          prefetch={false}
          className="inline-flex min-h-11 items-center text-sm font-semibold hover:underline"
        >
          {shows("allShows")}
        </Link>
      </p>
    </section>
  );
}
