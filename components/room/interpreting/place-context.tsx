import { createContext, type ReactNode, type RefObject, useContext, useLayoutEffect, useRef, useState } from "react";
import { useRoomScene } from "@/components/room/room-context";
import type { RoomScene } from "@/components/room/use-room";
import { boothOf } from "@/lib/client/interpreting/hearing";

/** What of the languages stands in the room for this person. */
export type Part = "languages" | "booth";

type Place = {
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

const PlaceHere = createContext<Place | null>(null);

const partOf = ({ view, me }: RoomScene): Part | null =>
  view.channels.length === 0 ? null : boothOf(me?.personId ?? "", view) ? "booth" : "languages";

/**
 * The place of languages and of an interpreter's desk, which come and go by the doing of others. What is there on arrival stands
 * there at once; what comes later waits for a tap, and what goes leaves its height behind, so that nothing of the room moves by itself.
 */
export function PlaceContext({ children }: { children: ReactNode }) {
  const wanted = partOf(useRoomScene());
  const [settled, setSettled] = useState(wanted);
  const box = useRef<HTMLDivElement>(null);
  const height = useRef<number>(undefined);
  // A desk that was taken away works no more; the choice of a language does its work until the desk is opened.
  const shown = settled !== null && wanted !== null ? (wanted === "booth" ? settled : wanted) : null;
  const isSettled = shown === settled;
  useLayoutEffect(() => {
    if (!isSettled || shown === null || !box.current) return;
    // What stands there grows and shrinks by itself, a desk with its microphone for one.
    const observer = new ResizeObserver(([entry]) => {
      height.current = entry?.contentRect.height;
    });
    observer.observe(box.current);
    return () => observer.disconnect();
  }, [isSettled, shown]);
  const place: Place = {
    shown,
    offered: wanted !== null && (settled === null || (wanted === "booth" && settled !== "booth")) ? wanted : null,
    isOver: settled !== null && wanted === null,
    minHeight: isSettled ? undefined : height.current,
    box,
    settle: () => setSettled(wanted),
  };
  return <PlaceHere value={place}>{children}</PlaceHere>;
}

export function usePlace(): Place {
  const place = useContext(PlaceHere);
  if (!place) throw new Error("used outside of a room");
  return place;
}
