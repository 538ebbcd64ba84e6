import { createContext, type ReactNode, useCallback, useContext, useState } from "react";
import type { PersonFace } from "@/lib/wire/people/views";

export type PanelName = "hands" | "chat" | "moderators" | "halls" | "log";

export type DialogName =
  | "keys"
  | "sound"
  | "end"
  | "leave"
  | "edit"
  | "pin"
  | "links"
  | "ping"
  | "interpreters"
  | "recording";

/** What lies open over the room. `panel`: the one in front; on a phone, null shows the room itself. */
type Opened = { dialog: DialogName | null; person: PersonFace | null; panel: PanelName | null };

/** Opens one of them, or closes it with null; the others stay. */
type Show = (change: Partial<Opened>) => void;

const NOTHING: Opened = { dialog: null, person: null, panel: null };

const OpenedHere = createContext<Opened>(NOTHING);
const ShowHere = createContext<Show | null>(null);

/** What is open in a room that one is in. */
export function OpenContext({ children }: { children: ReactNode }) {
  const [opened, setOpened] = useState(NOTHING);
  const show = useCallback<Show>((change) => setOpened((now) => ({ ...now, ...change })), []);
  return (
    <ShowHere value={show}>
      <OpenedHere value={opened}>{children}</OpenedHere>
    </ShowHere>
  );
}

export const useOpened = (): Opened => useContext(OpenedHere);

/** Null before the door of a room, where nothing opens. */
export const useShowHere = (): Show | null => useContext(ShowHere);

export function useShow(): Show {
  const show = useShowHere();
  if (!show) throw new Error("used outside of a room");
  return show;
}
