import type { RoomScene } from "@/components/room/use-room";
import { boothOf } from "@/lib/client/interpreting/hearing";
import { InterpreterBooth } from "./interpreter-booth";
import { InterpretersDialog } from "./interpreters-dialog";
import { LanguageBar } from "./language-bar";
import { useInterpretingActs } from "./use-interpreting-acts";
import type { Part } from "./use-place";

/** `part`: what stands in the room. `onDeskClose`: a person who leads the room has opened the list of its interpreters. */
type InterpretingProps = { scene: RoomScene; part?: Part; onDeskClose?: () => void };

/** All about languages in one piece that only rooms with interpreters fetch. */
export default function Interpreting({ scene, part, onDeskClose }: InterpretingProps) {
  return (
    <>
      {part && <OwnPart scene={scene} part={part} />}
      {onDeskClose && <InterpretersDialog scene={scene} onClose={onDeskClose} />}
    </>
  );
}

/** The languages of the room: to choose from for listeners, and their own desk for interpreters. */
function OwnPart({ scene, part }: { scene: RoomScene; part: Part }) {
  const { view, me } = scene;
  const ownId = me?.personId ?? "";
  const booth = part === "booth" ? boothOf(ownId, view) : null;
  const acts = useInterpretingActs(view.room.family?.mainRoomId ?? view.room.id, ownId);
  return booth ? <InterpreterBooth view={view} booth={booth} ownId={ownId} acts={acts} /> : <LanguageBar view={view} />;
}
