import Pin from "lucide-react/icons/pin";
import { useTranslations } from "next-intl";
import { isolated } from "@/lib/domain/text/isolated";
import type { PinnedLinkView } from "@/lib/wire/rooms/views";

/** The one link that everyone sees, in the line below the stage. It opens beside the room, which plays on. */
export function PinnedCard({ link }: { link: PinnedLinkView | null }) {
  const t = useTranslations("pinnedLink");
  if (!link) return null;
  return (
    <section aria-label={t("pinned")} data-testid="pinned-link" className="min-w-0 flex-1">
      <a
        href={link.url}
        target="_blank"
        rel="noopener noreferrer nofollow ugc"
        aria-label={`${isolated(link.title || link.site)}. ${t("opens", { site: isolated(link.site) })}`}
        className="flex h-full items-center gap-3 rounded-lg border border-line bg-card px-3.5 hover:border-edge"
      >
        <Pin className="size-5 shrink-0 text-light-ink" aria-hidden="true" />
        <span className="min-w-0">
          <span dir="auto" className="written block truncate font-semibold leading-snug side-of-parent">
            {link.title || link.url}
          </span>
          <span dir="auto" className="written block truncate text-sm text-soft side-of-parent">
            {link.site}
          </span>
        </span>
      </a>
    </section>
  );
}
