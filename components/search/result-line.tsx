import CalendarClock from "lucide-react/icons/calendar-clock";
import Hash from "lucide-react/icons/hash";
import Radio from "lucide-react/icons/radio";
import Repeat from "lucide-react/icons/repeat";
import UsersRound from "lucide-react/icons/users-round";
import { useFormatter, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { LiveBadge } from "@/components/ui/live-badge";
import { Portrait } from "@/components/ui/portraits/portrait";
import { Tag } from "@/components/ui/tag";
import { apart, isolated } from "@/lib/domain/text/isolated";
import type { ClubFound, RoomFound, ShowFound, TopicFound } from "@/lib/wire/search/views";
import type { Result } from "./result-address";

/** What one result shows, in the dialog and on the page alike; the link around it is theirs. */
export function ResultLine({ result }: { result: Result }) {
  const t = useTranslations("search");
  if (result.kind === "people") {
    const { item } = result;
    return (
      <Line
        picture={<Portrait person={item} hat className="size-10" />}
        title={item.name}
        below={<bdi>@{item.handle}</bdi>}
        beside={item.followedByMe && <Tag>{t("following")}</Tag>}
      />
    );
  }
  if (result.kind === "rooms") return <RoomLine room={result.item} />;
  if (result.kind === "shows") return <ShowLine show={result.item} />;
  if (result.kind === "clubs") return <ClubLine club={result.item} />;
  return <TopicLine topic={result.item} />;
}

function RoomLine({ room }: { room: RoomFound }) {
  const t = useTranslations("search");
  const format = useFormatter();
  const isLive = room.status === "live";
  const facts = [
    room.followedOnStage > 0 && t("followedOnStage", { count: room.followedOnStage }),
    isLive && room.followedOnStage === 0 && t("listening", { count: room.openSeats }),
    room.scheduledFor &&
      !isLive &&
      format.dateTime(new Date(room.scheduledFor), { dateStyle: "medium", timeStyle: "short" }),
    room.show && isolated(room.show.title),
  ].filter((fact) => typeof fact === "string");
  return (
    <Line
      picture={<Sign icon={isLive ? Radio : CalendarClock} lit={isLive} />}
      title={room.title}
      lang={room.language}
      below={facts.join(" · ") || t("scheduled")}
      beside={isLive ? <LiveBadge>{t("live")}</LiveBadge> : undefined}
    />
  );
}

function ShowLine({ show }: { show: ShowFound }) {
  const t = useTranslations("search");
  const format = useFormatter();
  const hosts = format.list(show.hosts.map(({ name }) => apart(name)));
  return (
    <Line
      picture={<Sign icon={Repeat} lit={show.episode?.status === "live"} />}
      title={show.title}
      lang={show.language}
      below={t("showBy", { hosts })}
      beside={show.episode?.status === "live" ? <LiveBadge>{t("live")}</LiveBadge> : undefined}
    />
  );
}

function ClubLine({ club }: { club: ClubFound }) {
  const t = useTranslations("search");
  return (
    <Line
      picture={<Sign icon={UsersRound} />}
      title={club.name}
      below={t("members", { count: club.members })}
      beside={club.isMember && <Tag>{t("isMember")}</Tag>}
    />
  );
}

function TopicLine({ topic }: { topic: TopicFound }) {
  const t = useTranslations("search");
  return <Line picture={<Sign icon={Hash} />} title={topic.topic} below={t("rooms", { count: topic.rooms })} />;
}

function Sign({ icon: Icon, lit = false }: { icon: typeof Hash; lit?: boolean }) {
  return (
    <span
      className={`grid size-10 shrink-0 place-items-center rounded-face ${lit ? "bg-glow text-light-ink" : "bg-line/60 text-soft"}`}
    >
      <Icon className="size-5" aria-hidden="true" />
    </span>
  );
}

type LineProps = { picture: ReactNode; title: string; lang?: string; below: ReactNode; beside?: ReactNode };

function Line({ picture, title, lang, below, beside }: LineProps) {
  return (
    <>
      {picture}
      <span className="flex min-w-0 flex-1 flex-col items-start leading-tight">
        <bdi lang={lang} className="written max-w-full truncate font-semibold">
          {title}
        </bdi>
        <span className="max-w-full truncate text-sm text-soft">{below}</span>
      </span>
      {beside && <span className="shrink-0 text-sm">{beside}</span>}
    </>
  );
}
