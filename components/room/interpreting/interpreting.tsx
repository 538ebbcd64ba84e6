import type { RoomScene } from "@/components/room/use-room";
import { boothOf } from "@/lib/client/interpreting/hearing";
import { InterpreterBooth } from "./interpreter-booth";
import { InterpretersDialog } from "./interpreters-dialog";
import { LanguageBar } from "./language-bar";
import { useInterpretingActs } from "./use-interpreting-acts";

/** `desk`: whoever leads the room has opened the list of its interpreters. */
type InterpretingProps = { scene: RoomScene; desk: boolean; onDeskClose: () => void };

/** All about languages in one piece that only rooms with interpreters fetch. */
export default function Interpreting({ scene, desk, onDeskClose }: InterpretingProps) {
  return (
    <>
      {scene.view.channels.length > 0 && <OwnPart scene={scene} />}
      {desk && <InterpretersDialog scene={scene} onClose={onDeskClose} />}
    </>
  );
}

/** The languages of the room: to choose from for whoever listens, and their own desk for whoever interprets. */
function OwnPart({ scene }: { scene: RoomScene }) {
  const { view, me } = scene;
  const booth = boothOf(me?.personId ?? "", view);
  const acts = useInterpretingActs(view.room.family?.mainRoomId ?? view.room.id, me?.personId ?? "");
  if (booth) return <InterpreterBooth view={view} booth={booth} ownId={me?.personId ?? ""} acts={acts} />;
  return <LanguageBar view={view} acts={acts} />;
}
