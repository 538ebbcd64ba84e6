import { useRoomScene } from "@/components/room/room-context";
import { boothOf } from "@/lib/client/interpreting/hearing";
import { InterpreterBooth } from "./interpreter-booth";
import { LanguageBar } from "./language-bar";
import { useInterpretingActs } from "./use-interpreting-acts";

/** The languages of the room: to choose from for whoever listens, and their own desk for whoever interprets. */
export default function Interpreting() {
  const { view, me } = useRoomScene();
  const booth = boothOf(me?.personId ?? "", view);
  const acts = useInterpretingActs(view.room.family?.mainRoomId ?? view.room.id, me?.personId ?? "");
  if (booth) return <InterpreterBooth view={view} booth={booth} ownId={me?.personId ?? ""} acts={acts} />;
  return <LanguageBar view={view} acts={acts} />;
}
