import { Suspense } from "react";
import { leadsHalls } from "@/components/room/family/leads-halls";
import { NoticeToAll } from "@/components/room/family/notice-to-all";
import { SeatOfferCard } from "@/components/room/family/seat-offer-card";
import { useAnsweredOffers } from "@/components/room/hands/use-answered-offers";
import { PlaceNews } from "@/components/room/interpreting/place";
import { usePlace } from "@/components/room/interpreting/place-context";
import { StandingOffer } from "@/components/room/invites/standing-offer";
import { HostAway } from "@/components/room/moderation/host-away";
import { useAlikeNews, useRoleNews } from "@/components/room/moderation/use-role-news";
import { useOpened } from "@/components/room/open-context";
import { useRoomScene } from "@/components/room/room-context";
import { SessionBanner } from "@/components/room/session/session-banner";
import { useSession } from "@/components/room/session/use-session";
import { lazily } from "@/components/ui/lazily";
import { News } from "./news";

/** Only who leads a family listens in to its halls. */
const ListeningInBar = lazily(async () => (await import("@/components/room/family/listening-in-bar")).ListeningInBar);

/** Only who hears a language is asked about it. */
const RateNews = lazily(async () => (await import("@/components/room/interpreting/rate-language")).RateNews);

/** What has happened in the room and asks for a look or an answer. */
export function RoomNews() {
  const scene = useRoomScene();
  const { held } = useSession();
  const { panel } = useOpened();
  const place = usePlace();
  useRoleNews(scene.me?.role);
  useAlikeNews(held?.alike ?? null);
  useAnsweredOffers(scene.mine?.offers ?? null);
  const { mine } = scene;
  const { channels, room } = scene.view;
  const { hostAwayUntil } = room;
  const familyNotice = held?.familyNotice;
  return (
    <News>
      <SessionBanner brief />
      {mine?.seatOffer && <SeatOfferCard key={mine.seatOffer.id} offer={mine.seatOffer} />}
      {hostAwayUntil && <HostAway until={hostAwayUntil} />}
      {familyNotice && <NoticeToAll key={familyNotice.at} notice={familyNotice} />}
      {leadsHalls(scene) && panel !== "halls" && (
        <Suspense>
          <ListeningInBar />
        </Suspense>
      )}
      {mine?.standingOffer && <StandingOffer />}
      <PlaceNews />
      {channels.length > 0 && place.shown !== "booth" && (
        <Suspense>
          <RateNews />
        </Suspense>
      )}
    </News>
  );
}
