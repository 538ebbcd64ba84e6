import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { Announced } from "@/components/hallway/announced";
import { FollowedPeople } from "@/components/hallway/followed-people";
import { Greeting } from "@/components/hallway/greeting";
import { LiveRooms } from "@/components/hallway/live-rooms";
import { buttonClass } from "@/components/ui/button";
import { Empty } from "@/components/ui/empty";
import { callerOfPage, viewer } from "@/lib/server/callers/session";
import { followedNow } from "@/lib/server/queries/hallway/followed-now";
import { liveRooms } from "@/lib/server/queries/hallway/live-rooms";
import { scheduledRooms } from "@/lib/server/queries/hallway/scheduled-rooms";

/** The hallway: what is live, what comes, and where the people are that I follow. */
export default async function Hallway() {
  const caller = await callerOfPage();
  const member = caller?.kind === "member" ? caller : null;
  const [t, me, rooms, announced, followed] = await Promise.all([
    getTranslations("hallway"),
    viewer(),
    liveRooms(caller),
    scheduledRooms(caller),
    member && followedNow(member),
  ]);
  return (
    <div className="wrap-page grid grid-cols-1 gap-x-10 gap-y-10 pb-28 pt-2 lg:grid-cols-[minmax(0,1fr)_18.75rem]">
      <div>
        <Greeting name={member && me ? me.name : null} talking={followed?.talking ?? 0} live={rooms.length} />
        {rooms.length > 0 ? (
          <LiveRooms initial={rooms} />
        ) : (
          <Empty title={t("empty.title")} text={t("empty.text")}>
            <Link href={member ? "/rooms/new" : "/sign-in?next=/rooms/new"} className={buttonClass("act")}>
              {t("empty.act")}
            </Link>
          </Empty>
        )}
      </div>
      <aside className="flex flex-col gap-9 lg:pt-4">
        <Announced rooms={announced} />
        {followed && <FollowedPeople people={followed.people} />}
      </aside>
    </div>
  );
}
