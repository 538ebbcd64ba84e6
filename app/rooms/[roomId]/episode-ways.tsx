import { NextIntlClientProvider } from "next-intl";
import { getMessages } from "next-intl/server";
import { AddToCalendar, Attend, Countdown, RemindByMail } from "@/components/shows/outside-parts";
import type { RoomId } from "@/lib/domain/ids";
import { googleCalendarLink, subscribeLink } from "@/lib/domain/shows/calendar-link";
import { env } from "@/lib/env";
import { callerOfPage } from "@/lib/server/callers/session";
import { mailWay } from "@/lib/server/mail/send-mail";
import { episodeToCome } from "@/lib/server/queries/reminders/episode-to-come";

/** How long until an episode, coming along, being reminded, and its way into one's calendar; nothing for what is not to come. */
export async function EpisodeWays({ roomId }: { roomId: RoomId }) {
  const caller = await callerOfPage();
  const [episode, { common, refusals, reminders }] = await Promise.all([episodeToCome(caller, roomId), getMessages()]);
  if (!episode) return null;
  const { title, startsAt, minutes, isPublic, show, attendance } = episode;
  const isMember = caller?.kind === "member";
  const dated = startsAt && { title, startsAt, minutes, url: addressOf(`/rooms/${roomId}`) };
  return (
    <NextIntlClientProvider messages={{ common, refusals, reminders }}>
      <div className="flex flex-col gap-5">
        {startsAt && <Countdown at={startsAt.toISOString()} now={new Date().toISOString()} />}
        <Attend roomId={roomId} initial={attendance} isMember={isMember} />
        <div className="flex flex-col gap-3">
          {isPublic && dated && (
            <AddToCalendar
              file={`/rooms/${roomId}/calendar.ics`}
              google={googleCalendarLink(dated)}
              webcal={show && subscribeLink(addressOf(`/shows/${show}/calendar.ics`))}
            />
          )}
          {isPublic && !isMember && mailWay() && <RemindByMail of={{ roomId }} />}
        </div>
      </div>
    </NextIntlClientProvider>
  );
}

const addressOf = (path: string): string => new URL(path, env().PLENUM_URL).href;
