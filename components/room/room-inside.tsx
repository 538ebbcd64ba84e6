import { memo, type ReactNode, Suspense, useRef } from "react";
import { lazily } from "@/components/ui/lazily";
import { NARROW, useMedia } from "@/components/ui/use-media";
import type { RoomLimits } from "@/lib/domain/rooms/room";
import { FloatingReactions } from "./chat/floating-reactions";
import { Dialogs } from "./dialogs";
import { Dock } from "./dock";
import { useWish } from "./door/use-wish";
import { HallNote } from "./family/hall-note";
import { OwnTalk } from "./family/own-talk";
import { StageSound } from "./family/stage-sound";
import { HouseLine } from "./frame/house-line";
import { RoomNews } from "./frame/room-news";
import { InterpretingPlace } from "./interpreting/place";
import { PlaceContext } from "./interpreting/place-context";
import { RoomKeys } from "./keyboard/room-keys";
import { OpenContext, useOpened } from "./open-context";
import { PersonSheet } from "./people/person-sheet";
import { RecordingBegins } from "./recording/recording-begins";
import { useRoomScene } from "./room-context";
import { RoomHead } from "./room-head";
import { AudiencePeople } from "./roster/audience-people";
import { Hall } from "./roster/hall";
import { useSession } from "./session/use-session";
import { OpenedCard } from "./sharing/opened-card";
import { SidePanel } from "./side-panel";
import { HeardStage } from "./stage/heard-stage";
import { OfferDialog } from "./stage/offer-dialog";
import { StripOverPage } from "./stage/strip-over-page";
import { WhoSpeaks } from "./stage/who-speaks";
import { useFetchAhead } from "./use-fetch-ahead";

/** `mayGoLive`: with a planned room that is not live yet. */
type InsideProps = { limits: RoomLimits; mayGoLive: boolean };

/** The room for whoever sits in it. Laid out once: each part follows by itself what of the room it shows. */
export const RoomInside = memo(function RoomInside({ limits, mayGoLive }: InsideProps) {
  const stage = useRef<HTMLDivElement>(null);
  return (
    <OpenContext>
      <RoomKeys />
      <FetchAhead />
      <Wish />
      <StripOverPage stage={stage} />
      <div className="grid gap-x-10 pb-8 lg:grid-cols-[minmax(0,1fr)_22rem]">
        <BelowPanel className="min-w-0">
          <RoomHead />
          <BeforeItIsLive mayGoLive={mayGoLive} />
          <HallNote />
          <PlaceContext>
            <InterpretingPlace />
            <RoomNews />
          </PlaceContext>
          <div
            ref={stage}
            className="relative pt-16 max-sm:pt-14 max-sm:[@media(height<40rem)]:pt-8 [@media(height<30rem)]:pt-7"
          >
            <HeardStage />
            <FloatingReactions />
          </div>
          <StageSound />
          <HouseLine />
          <OwnTalk />
          <Hall />
          <AudiencePeople />
        </BelowPanel>
        <SidePanel />
      </div>
      <BelowPanel>
        <Dock above={<JustOpened />} />
      </BelowPanel>
      <Offer />
      <RecordingBegins />
      <PersonSheet />
      <Dialogs limits={limits} />
      <WhoSpeaks />
    </OpenContext>
  );
});

const Backstage = lazily(async () => (await import("./backstage/backstage")).Backstage);

/** As long as only its team is in the room. */
function BeforeItIsLive({ mayGoLive }: Pick<InsideProps, "mayGoLive">) {
  const { room } = useRoomScene().view;
  if (room.status !== "scheduled") return null;
  return (
    <Suspense>
      <Backstage mayGoLive={mayGoLive} />
    </Suspense>
  );
}

function FetchAhead() {
  useFetchAhead();
  return null;
}

function Wish() {
  useWish();
  return null;
}

/** What a panel covers on a phone, where it cannot be reached then. */
function BelowPanel({ className, children }: { className?: string; children: ReactNode }) {
  const { panel } = useOpened();
  const isCovered = useMedia(NARROW) && panel !== null;
  return (
    <div className={className} inert={isCovered}>
      {children}
    </div>
  );
}

function JustOpened() {
  const { opened } = useSession();
  return opened && <OpenedCard />;
}

function Offer() {
  const offer = useRoomScene().mine?.offer;
  return offer ? <OfferDialog key={offer.id} offer={offer} /> : null;
}
