import { type KeyboardEvent, type PointerEvent, type SyntheticEvent, useEffect, useRef } from "react";
import { isPressing } from "@/lib/client/keyboard/shortcut";

type Handlers = {
  onPointerDown: (event: PointerEvent) => void;
  onKeyDown: (event: KeyboardEvent) => void;
  onKeyUp: (event: KeyboardEvent) => void;
  onContextMenu: (event: SyntheticEvent) => void;
};

/** A button that does something only while it is held, by finger, mouse or key. Whatever takes the page away lets it go. */
export function useHold(hold: (on: boolean) => void): Handlers {
  const isHeld = useRef(false);
  const current = useRef(hold);
  current.current = hold;
  const set = (on: boolean): void => {
    if (isHeld.current === on) return;
    isHeld.current = on;
    current.current(on);
  };
  const release = useRef(() => set(false));
  release.current = () => set(false);
  useEffect(() => whenLetGo(() => release.current(), ["pointerup", "pointercancel"]), []);
  useEffect(() => () => release.current(), []);
  return {
    onPointerDown: ({ button }) => button === 0 && set(true),
    onKeyDown: (event) => {
      if (!isPressing(event)) return;
      event.preventDefault();
      set(true);
    },
    onKeyUp: (event) => isPressing(event) && set(false),
    // A long press on a phone would open a menu and never end.
    onContextMenu: (event) => event.preventDefault(),
  };
}

/** Calls back when the page no longer learns what is held: another window or tab is in front. `also`: further events of the window. */
export function whenLetGo(letGo: () => void, also: readonly string[] = []): () => void {
  const names = ["blur", ...also];
  for (const name of names) addEventListener(name, letGo);
  document.addEventListener("visibilitychange", letGo);
  return () => {
    for (const name of names) removeEventListener(name, letGo);
    document.removeEventListener("visibilitychange", letGo);
  };
}
