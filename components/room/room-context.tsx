import { createContext, type ReactNode, useContext } from "react";
import type { RoomScene } from "./use-room";

/** Apart from the scene, which changes with each announcement: acts hang on the room alone, and stay the same while it does. */
const RoomId = createContext<string | null>(null);
const Scene = createContext<RoomScene | null>(null);

type RoomContextProps = { scene: RoomScene; children: ReactNode };

/** The room that all within it shows and acts in. */
export function RoomContext({ scene, children }: RoomContextProps) {
  return (
    <RoomId value={scene.view.room.id}>
      <Scene value={scene}>{children}</Scene>
    </RoomId>
  );
}

/** The room as it is to be shown now. */
export const useRoomScene = (): RoomScene => within(useContext(Scene));

export const useRoomId = (): string => within(useContext(RoomId));

function within<Value>(value: Value | null): Value {
  if (value === null) throw new Error("used outside of a room");
  return value;
}
