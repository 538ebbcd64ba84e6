import type { RoomScene } from "@/components/room/use-room";
import { boothOf } from "@/lib/client/channel/hearing";
import { InterpreterBooth } from "./interpreter-booth";
import { LanguageBar } from "./language-bar";
import { useInterpretingActs } from "./use-interpreting-acts";

/** The languages of the room: to choose from for whoever listens, and their own desk for whoever interprets. */
export default function Interpreting({ scene }: { scene: RoomScene }) {
  const { view, me } = scene;
  const booth = boothOf(me?.personId ?? "", view);
  const acts = useInterpretingActs(view.room.family?.mainRoomId ?? view.room.id, me?.personId ?? "");
  if (booth) return <InterpreterBooth view={view} booth={booth} ownId={me?.personId ?? ""} acts={acts} />;
  return <LanguageBar view={view} acts={acts} />;
}
