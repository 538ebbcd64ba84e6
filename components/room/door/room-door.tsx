import type { ReactNode } from "react";
import { HouseLine } from "@/components/room/frame/house-line";
import { useRoomScene } from "@/components/room/room-context";
import { RoomHead } from "@/components/room/room-head";
import { Audience } from "@/components/room/roster/audience";
import { Hall } from "@/components/room/roster/hall";
import { Stage } from "@/components/room/stage/stage";
import { BottomBar } from "@/components/ui/layers/bottom-bar";

type RoomDoorProps = {
  /** What is to be read before one comes in. */
  rules: ReactNode;
  /** The way in, or what is in the way: beside the room on a desk, at the thumb on a phone. */
  children?: ReactNode;
};

/** The room for whoever is not in it: what it is, who is there, and one tap to hear it. All stands where it will stand inside. */
export function RoomDoor({ rules, children }: RoomDoorProps) {
  const { heardStage, stage } = useRoomScene();
  return (
    <div className="grid gap-x-10 pb-8 lg:grid-cols-[minmax(0,1fr)_22rem]">
      <div className="min-w-0">
        <RoomHead />
        {rules}
        <div className="pt-16 max-sm:pt-14 max-sm:[@media(height<40rem)]:pt-8 [@media(height<30rem)]:pt-7">
          <Stage people={heardStage ?? stage} />
        </div>
        <HouseLine />
        <Hall />
        <Audience />
      </div>
      <aside className="lg:border-s lg:border-line lg:ps-6">
        <div className="lg:sticky lg:top-8">
          <BottomBar besideOnDesk>{children}</BottomBar>
        </div>
      </aside>
    </div>
  );
}
