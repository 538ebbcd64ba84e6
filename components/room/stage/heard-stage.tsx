import { useRoomScene } from "@/components/room/room-context";
import { Stage } from "./stage";

/** The stage that all in the family hear; nothing once it is over for good. */
export function HeardStage() {
  const { heardStage, stage, view } = useRoomScene();
  return view.main?.room.status === "ended" ? null : <Stage people={heardStage ?? stage} />;
}
