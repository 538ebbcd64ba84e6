import { useTranslations } from "next-intl";
import { BackstageDoor, GuestDesk, WaitingRoom } from "@/components/shows/outside-parts";
import { openingOf } from "@/lib/domain/shows/backstage";
import type { AnnouncedGuest } from "@/lib/wire/guests/views";
import type { EpisodeView } from "@/lib/wire/shows/views";
import { EpisodeGuests } from "./episode-guests";

type BeforeItBeginsProps = { episode: EpisodeView; guests: readonly AnnouncedGuest[]; isTeam: boolean };

/**
 * On the page of a planned room: who waits there, its guests, for its team when the backstage opens, and for who leads it
 * whom they have invited.
 */
export function BeforeItBegins({ episode, guests, isTeam }: BeforeItBeginsProps) {
  const t = useTranslations("guests.desk");
  const { id, status, scheduledFor, language, role } = episode;
  const isToCome = status === "scheduled";
  const opening = openingOf(scheduledFor, new Date());
  return (
    <>
      {isToCome && <WaitingRoom roomId={id} />}
      {isToCome && isTeam && opening && <BackstageDoor opening={opening} />}
      <EpisodeGuests guests={guests} language={language} />
      {isToCome && role !== null && (
        <section aria-labelledby="guest-desk" className="rounded-lg border border-line bg-card p-4">
          <h2 id="guest-desk" className="text-lg font-bold">
            {t("title")}
          </h2>
          <GuestDesk episodeId={id} />
        </section>
      )}
    </>
  );
}
