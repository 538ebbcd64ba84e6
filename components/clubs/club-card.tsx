import Link from "next/link";
import { useTranslations } from "next-intl";
import { LiveBadge } from "@/components/ui/live-badge";
import { Tag } from "@/components/ui/tag";
import type { ClubCard as Card } from "@/lib/wire/clubs/views";

/** One club on a list. The whole card leads to its page. */
export function ClubCard({ club }: { club: Card }) {
  const t = useTranslations("clubs");
  return (
    <li className="relative flex flex-col gap-2.5 rounded-lg border border-line bg-card p-5 transition-colors duration-150 hover:border-edge has-focus-visible:border-edge">
      <p className="flex flex-wrap items-center gap-x-2.5 gap-y-1.5 text-sm text-soft">
        {club.liveRooms > 0 && <LiveBadge>{t("liveRooms", { count: club.liveRooms })}</LiveBadge>}
        <span>{t("members", { count: club.members })}</span>
        {club.role && <Tag>{t(`roles.${club.role}`)}</Tag>}
        {!club.role && club.admission !== "open" && <Tag>{t(`admissions.${club.admission}`)}</Tag>}
      </p>
      <h3 className="written text-xl font-bold">
        <Link href={`/clubs/${club.handle}`} prefetch={false} className="after:absolute after:inset-0 after:rounded-lg">
          <bdi className="written">{club.name}</bdi>
        </Link>
      </h3>
      {club.description && (
        <p dir="auto" className="written line-clamp-2 text-soft">
          {club.description}
        </p>
      )}
      {club.topics.length > 0 && (
        <p className="flex flex-wrap gap-1.5">
          {club.topics.map((topic) => (
            <Tag key={topic}>{topic}</Tag>
          ))}
        </p>
      )}
    </li>
  );
}
