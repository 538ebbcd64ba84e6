import { type RefObject, useLayoutEffect, useRef, useState } from "react";
import type { RoomScene } from "@/components/room/use-room";
import { boothOf } from "@/lib/client/interpreting/hearing";

/** What of the languages stands in the room for this person. */
export type Part = "languages" | "booth";

export type Place = {
  /** What stands there now; null where nothing does. */
  shown: Part | null;
  /** What has come by itself and waits for a tap; null where nothing does. */
  offered: Part | null;
  /** It went by itself, and its place is kept. */
  isOver: boolean;
  /** So high the place stays, whatever goes from it by itself. */
  minHeight: number | undefined;
  box: RefObject<HTMLDivElement | null>;
  /** Call it in a tap: what is offered takes its place, and what is over gives it up. */
  settle: () => void;
};

const partOf = ({ view, me }: RoomScene): Part | null =>
  view.channels.length === 0 ? null : boothOf(me?.personId ?? "", view) ? "booth" : "languages";

/**
 * The place of languages and of an interpreter's desk, which come and go by the doing of others. What is there on arrival stands
 * there at once; what comes later waits for a tap, and what goes leaves its height behind, so that nothing of the room moves by itself.
 */
export function useInterpretingPlace(scene: RoomScene): Place {
  const wanted = partOf(scene);
  const [settled, setSettled] = useState(wanted);
  const box = useRef<HTMLDivElement>(null);
  const height = useRef<number>(undefined);
  // A desk that was taken away works no more; the choice of a language does its work until the desk is opened.
  const shown = settled !== null && wanted !== null ? (wanted === "booth" ? settled : wanted) : null;
  useLayoutEffect(() => {
    if (shown === settled) height.current = box.current?.offsetHeight;
  });
  return {
    shown,
    offered: wanted !== null && (settled === null || (wanted === "booth" && settled !== "booth")) ? wanted : null,
    isOver: settled !== null && wanted === null,
    minHeight: shown === settled ? undefined : height.current,
    box,
    settle: () => setSettled(wanted),
  };
}
