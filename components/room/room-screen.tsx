"use client";

import { isInside } from "@/lib/client/session-state";
import type { RoomView, Viewer } from "@/lib/wire/views";
import { Audience } from "./audience";
import { Hall } from "./hall";
import { JoinPanel } from "./join-panel";
import { PinnedCard } from "./pinned-link/pinned-card";
import { RoomHead } from "./room-head";
import { RoomInside } from "./room-inside";
import { SessionBanner } from "./session-banner";
import { Stage } from "./stage";
import { useActs } from "./use-acts";
import { useFreshView } from "./use-fresh-view";
import { useRoom } from "./use-room";
import { useSession } from "./use-session";
import { LinePanel } from "./waiting/line-panel";

type RoomScreenProps = {
  /** The room when the page was made. */
  view: RoomView;
  viewer: Viewer;
  /** Greatest capacity that the instance allows a room. */
  capacityLimit: number;
  /** Where sound comes from, to open that door ahead of the tap. */
  mediaUrl?: string;
};

/** A room: what it is and one tap to hear it; once inside, the stage, the hall and everything one can do. */
export function RoomScreen({ view, viewer, capacityLimit, mediaUrl }: RoomScreenProps) {
  const { microphone, soundBlocked, roomId, phase } = useSession();
  const present = useFreshView(view, roomId === view.room.id && isInside(phase) && phase !== "waiting");
  const scene = useRoom(present, viewer);
  const acts = useActs(view.room.id);
  return (
    <div
      data-testid="room"
      data-state={scene.phase}
      data-role={scene.me?.role}
      data-microphone={microphone}
      data-sound-blocked={soundBlocked}
      className="wrap-page"
    >
      <SessionBanner roomId={view.room.id} acts={acts} />
      {scene.inside ? (
        <RoomInside scene={scene} acts={acts} capacityLimit={capacityLimit} />
      ) : (
        <div className="pb-8">
          <RoomHead room={scene.view.room} />
          <Stage people={scene.stage} />
          <PinnedCard link={scene.view.room.pinned} />
          <Hall view={scene.view} />
          <Audience view={scene.view} />
          <JoinPanel scene={scene} onListen={acts.listen} mediaUrl={mediaUrl} />
          <LinePanel roomId={view.room.id} onLeave={acts.leaveLine} />
        </div>
      )}
    </div>
  );
}
