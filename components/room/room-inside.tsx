import { lazy, Suspense, useRef, useState } from "react";
import { NARROW, useMedia } from "@/components/ui/use-media";
import type { RoomLimits } from "@/lib/domain/rooms/room";
import type { PersonFace } from "@/lib/wire/people/views";
import { FloatingReactions } from "./chat/floating-reactions";
import { useChatPanels } from "./chat/use-chat-panels";
import { Dock } from "./dock";
import { HallNote } from "./family/hall-note";
import { NoticeToAll } from "./family/notice-to-all";
import { OwnTalk } from "./family/own-talk";
import { SeatOfferCard } from "./family/seat-offer-card";
import { StageSound } from "./family/stage-sound";
import { HouseLine } from "./frame/house-line";
import { News } from "./frame/news";
import { HandsPanel } from "./hands/hands-panel";
import { useAnsweredOffers } from "./hands/use-answered-offers";
import { InterpretingPlace, PlaceNews } from "./interpreting/place";
import { useInterpretingPlace } from "./interpreting/use-place";
import { InviteLinksDialog } from "./invites/invite-links-dialog";
import { PingDialog } from "./invites/ping-dialog";
import { StandingOffer } from "./invites/standing-offer";
import { KeysDialog } from "./keys-dialog";
import { EndRoomDialog, LeaveInChargeDialog } from "./leave-dialogs";
import { HostAway } from "./moderation/host-away";
import { RoomLog } from "./moderation/room-log";
import { useAlikeNews, useRoleNews } from "./moderation/use-role-news";
import { leadsAlone } from "./people/leads-alone";
import { leadsHalls } from "./people/leads-halls";
import { PersonSheet } from "./people/person-sheet";
import { PinLinkDialog } from "./pinned-link/pin-link-dialog";
import { RoomHead } from "./room-head";
import { AudiencePeople } from "./roster/audience-people";
import { Hall } from "./roster/hall";
import { SessionBanner } from "./session-banner";
import { OpenedCard } from "./sharing/opened-card";
import { type Panel, type PanelName, SidePanel } from "./side-panel";
import { usePushToTalk } from "./sound/use-push-to-talk";
import { OfferDialog } from "./stage/offer-dialog";
import { Stage } from "./stage/stage";
import { OwnMicrophone, StageStrip } from "./stage/stage-strip";
import { StripOverPage } from "./stage/strip-over-page";
import { WhoSpeaks } from "./stage/who-speaks";
import type { Acts } from "./use-acts";
import type { RoomScene } from "./use-room";
import { useRoomKeys } from "./use-room-keys";
import { useSession } from "./use-session";
import { useWish } from "./use-wish";

type Open = "keys" | "sound" | "end" | "leave" | "edit" | "pin" | "links" | "ping" | "interpreters" | null;

type RoomInsideProps = { scene: RoomScene; acts: Acts; limits: RoomLimits };

/** Only those who lead a room ever need its form. */
const EditRoom = lazy(async () => ({
  default: (await import("@/components/room-form/edit-room-dialog")).EditRoomDialog,
}));

/** Only who leads a family has a desk for its halls. */
const HallsPanel = lazy(async () => ({ default: (await import("./family/halls-panel")).HallsPanel }));
const ListeningInBar = lazy(async () => ({ default: (await import("./family/listening-in-bar")).ListeningInBar }));

const SoundDialog = lazy(async () => ({ default: (await import("./sound/sound-dialog")).SoundDialog }));

const RateNews = lazy(() => import("./interpreting/rate-language"));

/** The room for whoever sits in it. */
export function RoomInside({ scene, acts, limits }: RoomInsideProps) {
  const [open, setOpen] = useState<Open>(null);
  const [person, setPerson] = useState<PersonFace | null>(null);
  const close = (): void => setOpen(null);
  const hands = scene.may("readHands") ? scene.mine?.hands : null;
  const place = useInterpretingPlace(scene);
  const [panel, setPanel] = useState<PanelName | null>(null);
  const isCovered = useMedia(NARROW) && panel !== null;
  const stage = useRef<HTMLDivElement>(null);
  const panels: Panel[] = [];
  if (hands && scene.mine) {
    const count = scene.mine.handTotals?.waiting ?? hands.length;
    panels.push({
      name: "hands",
      count,
      content: <HandsPanel scene={scene} hands={hands} mine={scene.mine} acts={acts} onOpen={setPerson} />,
    });
  }
  panels.push(...useChatPanels(scene, setPerson));
  const leadsFamily = leadsHalls(scene);
  if (leadsFamily) {
    const content = (
      <Suspense key="halls">
        <HallsPanel scene={scene} />
      </Suspense>
    );
    panels.push({ name: "halls", content });
  }
  if (scene.may("readLog")) {
    const { room, version } = scene.view;
    const log = { roomId: room.id, version, acts, mayRemove: scene.may("removePerson"), onOpen: setPerson };
    panels.push({ name: "log", content: <RoomLog {...log} /> });
  }
  const { roomMuted, held, opened } = useSession();
  useAnsweredOffers(scene.mine?.offers ?? null);
  useWish(scene, acts, () => setPanel("chat"));
  const mayInvite = scene.may("inviteByLink");
  useRoleNews(scene.me?.role);
  useAlikeNews(held?.alike ?? null);
  const familyNotice = held?.familyNotice;
  const stageIsOver = scene.view.main?.room.status === "ended";
  const muted = scene.mine?.seat?.muted ?? false;
  const pushesToTalk = usePushToTalk(muted);
  const raised = scene.mine?.handRaisedAt !== null;
  useRoomKeys({
    microphone: scene.amOnStage && !pushesToTalk ? acts.switchMicrophone : undefined,
    sound: () => acts.muteRoom(!roomMuted),
    talk: scene.amOnStage && !muted ? acts.talk : undefined,
    hand: scene.isMember && scene.may("raiseHand") ? (raised ? acts.lowerHand : acts.raiseHand) : undefined,
    help: () => setOpen("keys"),
  });
  return (
    <>
      <StripOverPage scene={scene} stage={stage} />
      <div className="grid gap-x-10 pb-8 lg:grid-cols-[minmax(0,1fr)_22rem]">
        <div className="min-w-0" inert={isCovered}>
          <RoomHead room={scene.view.room} halls={scene.view.halls} mayInvite={mayInvite} />
          <HallNote view={scene.view} />
          <InterpretingPlace scene={scene} place={place} desk={open === "interpreters"} onDeskClose={close} />
          <News>
            <SessionBanner roomId={scene.view.room.id} acts={acts} brief />
            {scene.mine?.seatOffer && (
              <SeatOfferCard key={scene.mine.seatOffer.id} offer={scene.mine.seatOffer} acts={acts} />
            )}
            {scene.view.room.hostAwayUntil && <HostAway until={scene.view.room.hostAwayUntil} />}
            {familyNotice && <NoticeToAll key={familyNotice.at} notice={familyNotice} />}
            {leadsFamily && panel !== "halls" && (
              <Suspense>
                <ListeningInBar />
              </Suspense>
            )}
            {scene.mine?.standingOffer && <StandingOffer acts={acts} />}
            <PlaceNews place={place} />
            {scene.view.channels.length > 0 && place.shown !== "booth" && (
              <Suspense>
                <RateNews scene={scene} />
              </Suspense>
            )}
          </News>
          <div
            ref={stage}
            className="relative pt-16 max-sm:pt-14 max-sm:[@media(height<40rem)]:pt-8 [@media(height<30rem)]:pt-7"
          >
            {stageIsOver || <Stage people={scene.heardStage ?? scene.stage} onOpen={setPerson} />}
            <FloatingReactions />
          </div>
          {scene.heardStage && !stageIsOver && <StageSound />}
          <HouseLine view={scene.view} inside />
          {scene.heardStage && <OwnTalk scene={scene} acts={acts} onOpen={setPerson} />}
          <Hall view={scene.view} />
          <AudiencePeople scene={scene} onOpen={setPerson} />
        </div>
        <SidePanel
          panels={panels}
          shown={panel ?? "hands"}
          open={panel !== null}
          onShow={setPanel}
          onClose={() => setPanel(null)}
          room={
            <>
              <StageStrip scene={scene} />
              <OwnMicrophone scene={scene} acts={acts} />
            </>
          }
        />
      </div>
      <div inert={isCovered}>
        <Dock
          scene={scene}
          acts={acts}
          onLeave={() => (leadsAlone(scene) ? setOpen("leave") : void acts.leave())}
          onOpen={setOpen}
          panels={panels}
          onPanel={setPanel}
          above={opened && <OpenedCard room={scene.view.room} mayInvite={mayInvite} acts={acts} />}
        />
      </div>
      {scene.mine?.offer && (
        <OfferDialog key={scene.mine.offer.id} offer={scene.mine.offer} acts={acts} onSound={() => setOpen("sound")} />
      )}
      <PersonSheet person={person} scene={scene} acts={acts} onClose={() => setPerson(null)} />
      {open === "edit" && (
        <Suspense>
          <EditRoom room={scene.view.room} limits={limits} open onClose={close} />
        </Suspense>
      )}
      {open === "sound" && (
        <Suspense>
          <SoundDialog onClose={close} speaks={scene.isMember} />
        </Suspense>
      )}
      <PinLinkDialog room={scene.view.room} open={open === "pin"} onClose={close} />
      <InviteLinksDialog roomId={scene.view.room.id} open={open === "links"} onClose={close} />
      <PingDialog roomId={scene.view.room.id} open={open === "ping"} onClose={close} />
      <KeysDialog open={open === "keys"} onClose={close} />
      <EndRoomDialog open={open === "end"} onClose={close} acts={acts} />
      <LeaveInChargeDialog open={open === "leave"} onClose={close} acts={acts} scene={scene} />
      <WhoSpeaks people={[...(scene.heardStage ?? []), ...scene.stage]} />
    </>
  );
}
