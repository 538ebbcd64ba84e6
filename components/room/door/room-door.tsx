import { Halls } from "@/components/room/family/halls";
import { PinnedCard } from "@/components/room/pinned-link/pinned-card";
import { RoomHead } from "@/components/room/room-head";
import { Audience } from "@/components/room/roster/audience";
import { Hall } from "@/components/room/roster/hall";
import { Stage } from "@/components/room/stage/stage";
import type { RoomScene } from "@/components/room/use-room";
import { JoinPanel } from "./join-panel";

/** `onStage`: for whom a place on the stage waits. */
type RoomDoorProps = { scene: RoomScene; onListen: () => void; onStage?: () => void; onPrepare: () => void };

/** The room for whoever is not in it: what it is, who is there, and one tap to hear it. */
export function RoomDoor({ scene, onListen, onStage, onPrepare }: RoomDoorProps) {
  const { view, heardStage } = scene;
  return (
    <div className="pb-8">
      <RoomHead room={view.room} halls={view.halls} />
      <Halls view={view} inside={false} />
      <Stage people={heardStage ?? scene.stage} />
      <PinnedCard link={(view.main ?? view).room.pinned} />
      <Hall view={view} />
      <Audience view={view} />
      <JoinPanel scene={scene} onListen={onListen} onStage={onStage} onPrepare={onPrepare} />
    </div>
  );
}
