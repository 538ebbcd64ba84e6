import { useEffect, useRef } from "react";
import { whenLetGo } from "@/components/room/stage/use-hold";
import { keyLabels } from "@/lib/client/keyboard/key-labels";
import { isSpace, shortcutOf } from "@/lib/client/keyboard/shortcut";

export type RoomKeys = {
  microphone?: () => void;
  talk?: (on: boolean) => void;
  hand?: () => void;
  sound: () => void;
  help: () => void;
};

/** M switches the microphone, Space speaks while it is held, H raises and lowers the hand, S mutes the room, ? shows the keys. */
export function useRoomKeys(keys: RoomKeys): void {
  const current = useRef(keys);
  current.current = keys;
  useEffect(() => {
    let talking = false;
    const press = (event: KeyboardEvent): void => {
      keyLabels.note(event);
      if (event.repeat || event.defaultPrevented) return;
      const target = event.composedPath()[0];
      const shortcut = isBusy(target) ? null : shortcutOf(event);
      if (shortcut === "talk") startTalking(event, target);
      else if (shortcut) current.current[shortcut]?.();
    };
    const startTalking = (event: KeyboardEvent, target: EventTarget | undefined): void => {
      const { talk } = current.current;
      if (!talk || isPressable(target)) return;
      event.preventDefault();
      talking = true;
      talk(true);
    };
    const stopTalking = (): void => {
      if (!talking) return;
      talking = false;
      current.current.talk?.(false);
    };
    const release = (event: KeyboardEvent): void => {
      if (isSpace(event)) stopTalking();
    };
    addEventListener("keydown", press);
    addEventListener("keyup", release);
    const unwatch = whenLetGo(stopTalking);
    return () => {
      removeEventListener("keydown", press);
      removeEventListener("keyup", release);
      unwatch();
      stopTalking();
    };
  }, []);
}

/** Whoever writes, or answers a question, means the letter. */
function isBusy(target: EventTarget | undefined): boolean {
  if (!(target instanceof Element)) return false;
  const isEditable = target instanceof HTMLElement && target.isContentEditable;
  return isEditable || target.closest("input, textarea, select, dialog, [role=textbox]") !== null;
}

const isPressable = (target: EventTarget | undefined): boolean =>
  target instanceof Element && target.closest("button, a, summary") !== null;
