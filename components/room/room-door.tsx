import { Audience } from "./audience";
import { Halls } from "./family/halls";
import { Hall } from "./hall";
import { JoinPanel } from "./join-panel";
import { PinnedCard } from "./pinned-link/pinned-card";
import { RoomHead } from "./room-head";
import { Stage } from "./stage";
import type { RoomScene } from "./use-room";

type RoomDoorProps = { scene: RoomScene; onListen: () => void; onPrepare: () => void };

/** The room for whoever is not in it: what it is, who is there, and one tap to hear it. */
export function RoomDoor({ scene, onListen, onPrepare }: RoomDoorProps) {
  const { view, heardStage } = scene;
  return (
    <div className="pb-8">
      <RoomHead room={view.room} halls={view.halls} />
      <Halls view={view} inside={false} />
      <Stage people={heardStage ?? scene.stage} />
      <PinnedCard link={(view.main ?? view).room.pinned} />
      <Hall view={view} />
      <Audience view={view} />
      <JoinPanel scene={scene} onListen={onListen} onPrepare={onPrepare} />
    </div>
  );
}
