import Link from "next/link";
import { useFormatter, useTranslations } from "next-intl";
import { LiveBadge } from "@/components/ui/live-badge";
import { Tag } from "@/components/ui/tag";
import { apart } from "@/lib/domain/text/isolated";
import type { ShowCard as Card } from "@/lib/wire/shows/views";
import { ShowPicture } from "./show-picture";

/** One show on a list. The whole card leads to its page. */
export function ShowCard({ show }: { show: Card }) {
  const t = useTranslations("shows");
  const common = useTranslations("common");
  const format = useFormatter();
  const { next } = show;
  const at =
    next?.scheduledFor &&
    format.dateTime(new Date(next.scheduledFor), { dateStyle: "medium", timeStyle: "short", hourCycle: "h23" });
  return (
    <li className="relative flex gap-4 rounded-lg border border-line bg-card p-4 transition-colors duration-150 hover:border-edge has-focus-visible:border-edge">
      <ShowPicture show={show} className="size-16" />
      <div className="flex min-w-0 flex-1 flex-col gap-1">
        <h3 className="written text-lg font-bold">
          <Link href={`/shows/${show.slug}`} prefetch={false} className="after:absolute after:inset-0 after:rounded-lg">
            <bdi className="written">{show.title}</bdi>
          </Link>
        </h3>
        {show.hosts.length > 0 && (
          <p className="written text-sm text-soft">{show.hosts.map(({ name }) => apart(name)).join(common("comma"))}</p>
        )}
        <p className="flex flex-wrap items-center gap-2 text-sm">
          {show.isDraft && <Tag>{t("draft")}</Tag>}
          {next?.status === "live" ? <LiveBadge>{t("live")}</LiveBadge> : at && <span>{t("next", { at })}</span>}
          {show.endedAt && <span className="text-soft">{t("ended")}</span>}
        </p>
      </div>
    </li>
  );
}
