"use client";

import { lazy, Suspense } from "react";
import { NamesAlike } from "@/components/ui/name";
import { isInside } from "@/lib/client/room/session-state";
import { prepareSound } from "@/lib/client/sound/load-sound";
import type { RoomLimits } from "@/lib/domain/rooms/room";
import type { Viewer } from "@/lib/wire/people/views";
import type { RoomView } from "@/lib/wire/rooms/views";
import { JoinPanel } from "./door/join-panel";
import { LinePanel } from "./door/line-panel";
import { RoomDoor } from "./door/room-door";
import { useFreshView } from "./door/use-fresh-view";
import { useNamesAlike } from "./people/use-names-alike";
import { SessionBanner } from "./session/session-banner";
import { useSession } from "./session/use-session";
import { useActs } from "./use-acts";
import { useRoom } from "./use-room";

type RoomScreenProps = {
  /** The room when the page was made. */
  view: RoomView;
  viewer: Viewer;
  /** A place on its stage waits for them. */
  waitsOnStage: boolean;
  limits: RoomLimits;
  /** Where sound comes from, to open that door ahead of the tap. */
  mediaUrl?: string;
};

/** Fetched beside the sound, ahead of the tap: whoever only looks at the door needs none of it. */
const loadInside = () => import("./room-inside");
const RoomInside = lazy(async () => ({ default: (await loadInside()).RoomInside }));

/** A room: what it is and one tap to hear it; once inside, the stage, the hall and everything one can do. */
export function RoomScreen({ view, viewer, waitsOnStage, limits, mediaUrl }: RoomScreenProps) {
  const { microphone, soundBlocked, roomId, phase, opened } = useSession();
  const present = useFreshView(view, roomId === view.room.id && isInside(phase) && phase !== "waiting");
  const scene = useRoom(present, viewer);
  const acts = useActs(scene.view.room.id);
  const isAlike = useNamesAlike(scene);
  const prepare = (): void => {
    void prepareSound(mediaUrl);
    // Only a head start would be lost; whoever comes in tries again.
    loadInside().catch(() => {});
  };
  const onStage = waitsOnStage || opened ? acts.comeOnStage : undefined;
  const door = (
    <RoomDoor scene={scene}>
      <SessionBanner roomId={scene.view.room.id} acts={acts} onStage={onStage} />
      <JoinPanel scene={scene} onListen={acts.listen} onStage={onStage} onPrepare={prepare} />
      <LinePanel roomId={scene.view.room.id} onLeave={acts.leaveLine} />
    </RoomDoor>
  );
  return (
    <NamesAlike value={isAlike}>
      <div
        data-testid="room"
        data-state={scene.phase}
        data-role={scene.me?.role}
        data-microphone={microphone}
        data-sound-blocked={soundBlocked}
        className="wrap-page"
      >
        {scene.inside ? (
          <Suspense fallback={door}>
            <RoomInside scene={scene} acts={acts} limits={limits} />
          </Suspense>
        ) : scene.phase === "removed" ? (
          // Whoever was put out is told so, and sees nothing more of the room.
          <SessionBanner roomId={scene.view.room.id} acts={acts} />
        ) : (
          door
        )}
      </div>
    </NamesAlike>
  );
}
