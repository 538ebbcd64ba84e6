import { useEffect, useRef } from "react";
import { whenLetGo } from "./stage/use-hold";

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
      if (event.repeat || event.ctrlKey || event.metaKey || event.altKey || isBusy(event.target)) return;
      const { microphone, talk, hand, sound, help } = current.current;
      const key = event.key.toLowerCase();
      if (key === "m") microphone?.();
      else if (key === "h") hand?.();
      else if (key === "s") sound();
      else if (key === "?") help();
      else if (key === " " && talk && !isPressable(event.target)) {
        event.preventDefault();
        talking = true;
        talk(true);
      }
    };
    const stopTalking = (): void => {
      if (!talking) return;
      talking = false;
      current.current.talk?.(false);
    };
    const release = ({ key }: KeyboardEvent): void => {
      if (key === " ") stopTalking();
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
const isBusy = (target: EventTarget | null): boolean =>
  target instanceof Element && target.closest("input, textarea, select, [contenteditable], dialog") !== null;

const isPressable = (target: EventTarget | null): boolean =>
  target instanceof Element && target.closest("button, a, summary") !== null;
