import { lazy, Suspense, useState } from "react";
import type { PersonFace } from "@/lib/wire/views";
import { Audience } from "./audience";
import { Dock } from "./dock";
import { Hall } from "./hall";
import { HandQueue } from "./hand-queue";
import { KeysDialog } from "./keys-dialog";
import { leadsAlone } from "./leads-alone";
import { EndRoomDialog, LeaveInChargeDialog } from "./leave-dialogs";
import { OfferDialog } from "./offer-dialog";
import { PersonSheet } from "./person-sheet";
import { RoomHead } from "./room-head";
import { Stage } from "./stage";
import type { Acts } from "./use-acts";
import type { RoomScene } from "./use-room";
import { useRoomKeys } from "./use-room-keys";
import { WhoSpeaks } from "./who-speaks";

type Open = "keys" | "end" | "leave" | "edit" | null;

type RoomInsideProps = { scene: RoomScene; acts: Acts; capacityLimit: number };

/** Only those who lead a room ever need its form. */
const EditRoom = lazy(async () => ({
  default: (await import("@/components/room-form/edit-room-dialog")).EditRoomDialog,
}));

/** The room for whoever sits in it. */
export function RoomInside({ scene, acts, capacityLimit }: RoomInsideProps) {
  const [open, setOpen] = useState<Open>(null);
  const [person, setPerson] = useState<PersonFace | null>(null);
  const close = (): void => setOpen(null);
  const hands = scene.may("readHands") ? scene.mine?.hands : null;
  const raised = scene.mine?.handRaisedAt !== null;
  useRoomKeys({
    microphone: scene.amOnStage ? acts.switchMicrophone : undefined,
    talk: scene.amOnStage && !scene.mine?.seat?.muted ? acts.talk : undefined,
    hand: scene.isMember && scene.may("raiseHand") ? (raised ? acts.lowerHand : acts.raiseHand) : undefined,
    help: () => setOpen("keys"),
  });
  return (
    <>
      <div className="grid gap-x-10 pb-36 lg:grid-cols-[minmax(0,1fr)_20rem]">
        <div className={hands ? "" : "lg:col-span-2"}>
          <RoomHead room={scene.view.room} />
          <Stage people={scene.stage} onOpen={setPerson} />
          <Hall view={scene.view} />
        </div>
        {hands && (
          <aside className="mt-8 lg:row-span-2 lg:mt-0 lg:border-s lg:border-line lg:ps-6 lg:pt-2">
            <HandQueue hands={hands} acts={acts} />
          </aside>
        )}
        <div className={hands ? "" : "lg:col-span-2"}>
          <Audience view={scene.view} onOpen={setPerson} />
        </div>
      </div>
      <Dock
        scene={scene}
        acts={acts}
        onLeave={() => (leadsAlone(scene) ? setOpen("leave") : void acts.leave())}
        onOpen={setOpen}
      />
      {scene.mine?.offer && <OfferDialog key={scene.mine.offer.id} offer={scene.mine.offer} acts={acts} />}
      <PersonSheet person={person} scene={scene} acts={acts} onClose={() => setPerson(null)} />
      {open === "edit" && (
        <Suspense>
          <EditRoom room={scene.view.room} capacityLimit={capacityLimit} open onClose={close} />
        </Suspense>
      )}
      <KeysDialog open={open === "keys"} onClose={close} />
      <EndRoomDialog open={open === "end"} onClose={close} acts={acts} />
      <LeaveInChargeDialog open={open === "leave"} onClose={close} acts={acts} />
      <WhoSpeaks people={scene.stage} />
    </>
  );
}
