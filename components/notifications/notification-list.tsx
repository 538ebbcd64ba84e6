import Link from "next/link";
import { useFormatter, useLocale, useNow, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { NameLink } from "@/components/frame/name-link";
import { classes } from "@/components/ui/classes";
import { LiveBadge } from "@/components/ui/live-badge";
import { Portrait } from "@/components/ui/portraits/portrait";
import { isolated } from "@/lib/domain/text/isolated";
import type { NotificationView } from "@/lib/wire/notifications/views";
import { LeaveShow } from "./leave-show";

/**
 * What I am told, newest first. Each leads into its room, to its club or show, to an invitation, or to the people who follow me. `me`: whose
 * list it is.
 */
export function NotificationList({ notifications, me }: { notifications: NotificationView[]; me: Me }) {
  return (
    <ul>
      {notifications.map((one) => (
        <NotificationRow key={one.key} one={one} me={me} />
      ))}
    </ul>
  );
}

type Me = { id: string; handle: string };

function NotificationRow({ one, me }: { one: NotificationView; me: Me }) {
  const t = useTranslations("notifications");
  const format = useFormatter();
  const now = useNow();
  const { kind, person, room, club, guest, show, episode, interprets, decision, others, at, unread } = one;
  const languages = new Intl.DisplayNames(useLocale(), { type: "language", fallback: "code" });
  const hour = episode?.toAt ? format.dateTime(new Date(episode.toAt), HOUR) : "";
  const words = {
    name: isolated(person.name),
    title: isolated(room?.title ?? club?.name ?? show?.title ?? decision?.title ?? ""),
    others,
    person: (name: ReactNode) => (
      <NameLink person={person} raised className="font-semibold">
        {name}
      </NameLink>
    ),
    room: (title: ReactNode) => <span className="font-semibold">{title}</span>,
    club: (name: ReactNode) => <span className="font-semibold">{name}</span>,
    news: club?.news ?? episode?.news ?? show?.role ?? (guest ? "guest" : interprets === null ? "" : "interpreter"),
    side: decision?.side ?? "",
    language: interprets === null ? "" : (languages.of(interprets) ?? interprets),
    at: hour,
    from: isolated(episode?.fromTitle ?? ""),
    why: episode?.reason ? "given" : "none",
    reason: isolated(episode?.reason ?? ""),
  };
  return (
    <li
      className={classes(
        "relative flex items-start gap-3 border-t border-line px-3 py-3.5 hover:bg-line/30",
        unread && "bg-glow",
      )}
    >
      <Portrait person={person} hat className="size-11 shrink-0" />
      <div className="min-w-0 flex-1 leading-snug">
        <p className="written">
          {unread && <span className="sr-only">{t("new")} </span>}
          {t.rich(`kinds.${kind}`, words)}
        </p>
        <p className="mt-1 flex flex-wrap items-center gap-x-3 text-sm text-soft">
          <time dateTime={at}>{format.relativeTime(new Date(at), now)}</time>
          {room?.live && <LiveBadge>{t("live")}</LiveBadge>}
          {show && <LeaveShow showId={show.id} myId={me.id} />}
          {room && !room.live && !episode && kind !== "show" && <span>{t("over")}</span>}
        </p>
      </div>
      <Link
        href={hrefOf(one, me.handle)}
        prefetch={false}
        className="self-center rounded-full px-2 py-2.5 text-sm font-semibold after:absolute after:inset-0 hover:underline"
      >
        {t(wayOf(one))}
      </Link>
    </li>
  );
}

/** When an episode begins, as far as a line has place for it. */
const HOUR = {
  weekday: "short",
  day: "numeric",
  month: "short",
  hour: "2-digit",
  minute: "2-digit",
  hourCycle: "h23",
} as const;

function wayOf({ room, club, guest, show, decision }: NotificationView) {
  if (decision) return "toDecision";
  if (guest) return "toInvitation";
  if (show) return "toShow";
  if (club) return "toClub";
  if (!room) return "toFollowers";
  return room.live ? "goThere" : "toRoom";
}

function hrefOf({ room, club, guest, show, decision }: NotificationView, myHandle: string): string {
  if (decision) return `/reports/${decision.key}`;
  if (guest) return `/guests/${guest.id}`;
  if (show) return `/shows/${show.slug}/plan`;
  if (club) return `/clubs/${club.handle}`;
  return room ? `/rooms/${room.id}` : `/people/${myHandle}/followers`;
}
