import Link from "next/link";
import { NextIntlClientProvider } from "next-intl";
import { getMessages, getTranslations } from "next-intl/server";
import { BeforeItBegins } from "@/components/guests/before-it-begins";
import { QuietRoom } from "@/components/hallway/quiet-room";
import { Replays } from "@/components/recording/replays";
import { EpisodePage } from "@/components/shows/episode-page";
import { buttonClass } from "@/components/ui/button";
import type { RoomId } from "@/lib/domain/ids";
import { canWithShow } from "@/lib/domain/shows/show-permissions";
import type { Caller } from "@/lib/server/callers/caller";
import { ledRoom } from "@/lib/server/queries/figures/led-room";
import { announcedGuests } from "@/lib/server/queries/guests/announced-guests";
import { recordingsOf } from "@/lib/server/queries/recording/recordings";
import { episode } from "@/lib/server/queries/shows/episode";
import type { RoomDetails } from "@/lib/wire/rooms/views";
import type { EpisodeView } from "@/lib/wire/shows/views";
import { EpisodeWays } from "./episode-ways";

type OutsideProps = { caller: Caller | null; isTeam: boolean };

/** A room that nobody can be in, or not yet: what is planned, what was called off, and what can be heard of one that is over. */
export async function RoomOutside({ room, ...outside }: OutsideProps & { room: RoomDetails }) {
  const roomId = room.id as RoomId;
  const planned = await episode(outside.caller, roomId);
  if (planned && (planned.status === "scheduled" || planned.cancelled))
    return <Planned episode={planned} {...outside} />;
  return (
    <>
      <QuietRoom room={room} />
      {room.status === "ended" && <PastRoom caller={outside.caller} roomId={roomId} />}
    </>
  );
}

async function Planned({ episode: planned, caller, isTeam }: OutsideProps & { episode: EpisodeView }) {
  const roomId = planned.id as RoomId;
  const [announced, t, { common, refusals, guests }] = await Promise.all([
    announcedGuests(caller, roomId),
    getTranslations("shows"),
    getMessages(),
  ]);
  return (
    <EpisodePage episode={planned}>
      {planned.status === "scheduled" && canWithShow(planned.role, "editEpisode") && (
        <p>
          <Link href={`/rooms/${planned.id}/plan`} className={buttonClass("plain")}>
            {t("toPlan")}
          </Link>
        </p>
      )}
      <EpisodeWays roomId={roomId} />
      <NextIntlClientProvider messages={{ common, refusals, guests }}>
        <BeforeItBegins episode={planned} guests={announced} isTeam={isTeam} />
      </NextIntlClientProvider>
    </EpisodePage>
  );
}

/** What can be heard of a room that is over, and for whoever led it the way to its figures. */
async function PastRoom({ caller, roomId }: { caller: Caller | null; roomId: RoomId }) {
  const [recordings, led, t, { recording, common, refusals }] = await Promise.all([
    recordingsOf(caller, roomId),
    ledRoom(caller, roomId),
    getTranslations("figures"),
    getMessages(),
  ]);
  return (
    <>
      {led && (
        <p className="mt-6 text-center">
          <Link href={`/rooms/${roomId}/figures`} prefetch={false} className={buttonClass("plain")}>
            {t("toFigures")}
          </Link>
        </p>
      )}
      <NextIntlClientProvider messages={{ recording, common, refusals }}>
        <Replays roomId={roomId} recordings={recordings ?? []} />
      </NextIntlClientProvider>
    </>
  );
}
