import { useRoomScene } from "@/components/room/room-context";
import { boothOf } from "@/lib/client/interpreting/hearing";
import { InterpreterBooth } from "./interpreter-booth";
import { LanguageBar } from "./language-bar";
import type { Part } from "./place-context";
import { useInterpretingActs } from "./use-interpreting-acts";

/** The languages of the room: to choose from for listeners, and their own desk for interpreters. */
export default function Interpreting({ part }: { part: Part }) {
  const { view, me } = useRoomScene();
  const ownId = me?.personId ?? "";
  const booth = part === "booth" ? boothOf(ownId, view) : null;
  const acts = useInterpretingActs(view.room.family?.mainRoomId ?? view.room.id, ownId);
  return booth ? <InterpreterBooth view={view} booth={booth} ownId={ownId} acts={acts} /> : <LanguageBar view={view} />;
}
