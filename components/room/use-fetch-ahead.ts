import { useEffect } from "react";
import { whenIdle } from "@/lib/client/browser/when-idle";
import { DIALOGS } from "./dialogs";
import { PANELS } from "./panels";
import { useRoomScene } from "./room-context";

/** Fetches what I may open once the room is drawn, so that it opens at once, even where the network has gone meanwhile. */
export function useFetchAhead(): void {
  const scene = useRoomScene();
  const names = [...PANELS, ...DIALOGS].filter(({ may }) => may(scene)).map(({ name }) => name);
  const wanted = names.join(" ");
  useEffect(
    () =>
      whenIdle(() => {
        for (const { name, load } of [...PANELS, ...DIALOGS]) {
          // What does not come now is asked for again when it is opened.
          if (wanted.split(" ").includes(name)) load().catch(() => {});
        }
      }),
    [wanted],
  );
}
