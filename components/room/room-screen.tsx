"use client";

import { type ReactNode, Suspense } from "react";
import { lazily } from "@/components/ui/lazily";
import { NamesAlike } from "@/components/ui/name";
import { isInside } from "@/lib/client/room/session-state";
import { prepareSound } from "@/lib/client/sound/load-sound";
import type { RoomLimits } from "@/lib/domain/rooms/room";
import type { Viewer } from "@/lib/wire/people/views";
import type { RoomView } from "@/lib/wire/rooms/views";
import { JoinPanel } from "./door/join-panel";
import { RoomDoor } from "./door/room-door";
import { useDoorActs } from "./door/use-door-acts";
import { useFreshView } from "./door/use-fresh-view";
import { useNamesAlike } from "./people/use-names-alike";
import { RoomContext, useRoomScene } from "./room-context";
import { prepareProvider } from "./room-provider";
import { SessionBanner } from "./session/session-banner";
import { useSession } from "./session/use-session";
import { useRoom } from "./use-room";

type ScreenProps = {
  /** What is to be read at the door. */
  rules: ReactNode;
  /** A place on its stage waits for them. */
  waitsOnStage: boolean;
  limits: RoomLimits;
  /** For the team of a planned room that is not live yet. */
  backstage?: BackstageWay;
  /** Where sound comes from, to open that door ahead of the tap. */
  mediaUrl?: string;
};

/** `onStage`: a place on its stage waits for them; else they only hear it. */
export type BackstageWay = { onStage: boolean; mayGoLive: boolean };

/** `view`: the room when the page was made. */
type RoomScreenProps = ScreenProps & { view: RoomView; viewer: Viewer };

/** Fetched beside the sound, ahead of the tap: whoever only looks at the door needs none of it. */
const loadInside = async () => (await import("./room-inside")).RoomInside;
const RoomInside = lazily(loadInside);
const loadLine = async () => (await import("./door/line-panel")).LinePanel;
const LinePanel = lazily(loadLine);

/** A room: what it is and one tap to hear it; once inside, the stage, the hall and everything one can do. */
export function RoomScreen({ view, viewer, ...screen }: RoomScreenProps) {
  const { roomId, phase } = useSession();
  const present = useFreshView(view, roomId === view.room.id && isInside(phase) && phase !== "waiting");
  const scene = useRoom(present, viewer);
  return (
    <NamesAlike value={useNamesAlike(scene.view)}>
      <RoomContext scene={scene}>
        <Screen {...screen} />
      </RoomContext>
    </NamesAlike>
  );
}

function Screen({ limits, ...door }: ScreenProps) {
  const { backstage } = door;
  const { phase, me, inside } = useRoomScene();
  const { microphone, soundBlocked } = useSession();
  return (
    <div
      data-testid="room"
      data-state={phase}
      data-role={me?.role}
      data-microphone={microphone}
      data-sound-blocked={soundBlocked}
      className="wrap-page"
    >
      {inside ? (
        <Suspense fallback={<Door {...door} />}>
          <RoomInside limits={limits} mayGoLive={backstage?.mayGoLive === true} />
        </Suspense>
      ) : phase === "removed" ? (
        // Whoever was put out is told so, and sees nothing more of the room.
        <SessionBanner />
      ) : (
        <Door {...door} />
      )}
    </div>
  );
}

function Door({ rules, waitsOnStage, backstage, mediaUrl }: Omit<ScreenProps, "limits">) {
  const { opened, phase } = useSession();
  const { listen, comeOnStage } = useDoorActs();
  const onStage = waitsOnStage || opened || backstage?.onStage ? comeOnStage : undefined;
  const prepare = (): void => {
    void prepareSound(mediaUrl);
    // Only a head start would be lost; whoever comes in tries again.
    Promise.all([loadInside(), loadLine(), prepareProvider()]).catch(() => {});
  };
  return (
    <RoomDoor rules={rules}>
      <SessionBanner onStage={onStage} />
      <JoinPanel onListen={listen} onStage={onStage} onPrepare={prepare} isTeam={backstage !== undefined} />
      {phase === "waiting" && (
        <Suspense>
          <LinePanel />
        </Suspense>
      )}
    </RoomDoor>
  );
}
