import { useEffect, useRef } from "react";
import { openLayer } from "@/lib/client/browser/layers";

type LayerOptions = {
  /** False for what the page draws itself: then Esc is taken care of here. */
  closesOnEscape?: boolean;
};

/** While it is open, Back closes it before it leaves the page, and so does Esc where it lies on top. */
export function useLayer(isOpen: boolean, close: () => void, { closesOnEscape = true }: LayerOptions = {}): void {
  const current = useRef(close);
  current.current = close;
  useEffect(() => {
    if (isOpen) return openLayer({ close: () => current.current(), closesOnEscape });
  }, [isOpen, closesOnEscape]);
}
