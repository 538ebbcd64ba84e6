import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { Announced } from "@/components/hallway/announced";
import { FollowedPeople } from "@/components/hallway/followed-people";
import { Greeting } from "@/components/hallway/greeting";
import { LiveRooms } from "@/components/hallway/live-rooms";
import { RoomFilter } from "@/components/hallway/room-filter";
import { LateSuggestions } from "@/components/suggestions/late-suggestions";
import { buttonClass } from "@/components/ui/button";
import { Empty } from "@/components/ui/empty";
import { callerOfPage, viewer } from "@/lib/server/callers/session";
import { followedNow } from "@/lib/server/queries/hallway/followed-now";
import { liveLanguages } from "@/lib/server/queries/hallway/live-languages";
import { liveRooms } from "@/lib/server/queries/hallway/live-rooms";
import { announced as readAnnounced } from "@/lib/server/queries/shows/announced";
import { readFilter } from "@/lib/wire/hallway/inputs";

type Address = { searchParams: Promise<Record<string, string | string[] | undefined>> };

const ANNOUNCED_IN_HALLWAY = 15;

/** The hallway: what is live, what comes, and where the people are that I follow. */
export default async function Hallway({ searchParams }: Address) {
  const [caller, asked] = await Promise.all([callerOfPage(), searchParams]);
  const member = caller?.kind === "member" ? caller : null;
  const filter = readFilter(asked);
  const isFiltered = filter.language !== undefined || filter.topic !== undefined;
  const [t, me, page, languages, announced, followed] = await Promise.all([
    getTranslations("hallway"),
    viewer(),
    liveRooms(caller, filter),
    liveLanguages(),
    readAnnounced(caller, {}, ANNOUNCED_IN_HALLWAY),
    member && followedNow(member),
  ]);
  return (
    <div className="wrap-page grid grid-cols-1 gap-x-10 gap-y-10 pb-28 pt-2 lg:grid-cols-[minmax(0,1fr)_18.75rem]">
      <div className="min-w-0">
        <Greeting name={member && me ? me.name : null} talking={followed?.talking ?? 0} page={page} />
        <RoomFilter filter={filter} languages={languages} topics={page.rooms.flatMap(({ topics }) => topics)} />
        <LiveRooms initial={page} filter={filter} isMember={member !== null}>
          {isFiltered ? (
            <Empty title={t("filter.none.title")} text={t("filter.none.text")}>
              <Link href="/" className={buttonClass("act")}>
                {t("filter.none.act")}
              </Link>
            </Empty>
          ) : (
            <Empty title={t("empty.title")} text={t("empty.text")}>
              <Link href={member ? "/rooms/new" : "/sign-in?next=/rooms/new"} className={buttonClass("act")}>
                {t("empty.act")}
              </Link>
            </Empty>
          )}
        </LiveRooms>
      </div>
      <aside className="flex min-w-0 flex-col gap-9 lg:pt-4">
        <Announced episodes={announced} />
        {followed && <FollowedPeople people={followed.people} />}
        {member && <LateSuggestions />}
      </aside>
    </div>
  );
}
